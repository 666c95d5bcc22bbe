import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..', '..');
const zones = { 'America/New_York': 240, 'Asia/Shanghai': -480, 'Pacific/Kiritimati': -840 };

async function run(zone: string, script: string, args: readonly string[] = []): Promise<string> {
  const file = join(root, script);
  const env = { ...process.env, TZ: zone };
  const options = { cwd: root, env, timeout: 45_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['-r', 'tsx/cjs', file, ...args], options);
  return stdout;
}

/** One process per zone, side by side. */
function inEveryZone(script: string, args: readonly string[] = []): Promise<string[]> {
  return Promise.all(Object.keys(zones).map((zone) => run(zone, script, args)));
}

describe("the process's own time zone", () => {
  it('changes nothing in any deadline of two years', async () => {
    const [newYork, shanghai, kiritimati] = (await inEveryZone('test/domain/clock/zoneProbe.ts')).map(
      (text) => JSON.parse(text) as { offset: number; calendar: string; deadlines: string[] },
    );
    expect([newYork?.offset, shanghai?.offset, kiritimati?.offset]).toEqual(Object.values(zones));
    expect(shanghai?.deadlines).toHaveLength(730);
    expect({ ...newYork, offset: 0 }).toEqual({ ...shanghai, offset: 0 });
    expect({ ...kiritimati, offset: 0 }).toEqual({ ...shanghai, offset: 0 });
  }, 60_000);

  it('changes nothing in what the command prints', async () => {
    const args = ['--from', '2026-09-28', '--limit', '5', '--unit', 'workingDay', '--json'];
    const [newYork, shanghai, kiritimati] = await inEveryZone('infra/commands/deadline.ts', args);
    expect(JSON.parse(shanghai ?? '')).toMatchObject({ due: '2026-10-10' });
    expect(newYork).toBe(shanghai);
    expect(kiritimati).toBe(shanghai);
  }, 60_000);
});
