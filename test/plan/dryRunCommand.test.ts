import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlanCommand } from '../../infra/commands/plan';
import { openItems } from '../../domain/process';
import { xiachengFile } from '../domain/plan/plans';
import { administrator, type House, openHouse } from '../api/house';
import { apply, fileOf } from '../api/way';

let house: House;
const folder = mkdtempSync(join(tmpdir(), 'onewindow-dry-run-'));
const given = process.env.DATABASE_URL;
beforeAll(async () => {
  house = await openHouse();
  process.env.DATABASE_URL = house.database.url;
});
afterAll(async () => {
  if (given === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = given;
  rmSync(folder, { recursive: true });
  await house.close();
});

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const write = (text: string) => lines.push(text);
  const code = await runPlanCommand(args, { out: write, err: write });
  return { code, said: lines.join('\n') };
}

/** The plan file with a day off. */
function closedOn(date: string): string {
  const file = join(folder, 'closed.yaml');
  const entry = `calendar:\n  - { date: '${date}', kind: holiday, name: { zh: 停工, en: Closed } }\n`;
  writeFileSync(file, readFileSync(xiachengFile, 'utf8').replace(/^calendar: \[\]\n/m, entry));
  return file;
}

it('tells an operator what a publication would change, case by case, and changes nothing', async () => {
  // The command goes by the system's clock: a case of today, so that its limit lies ahead.
  house.time.now = new Date();
  const before = await fileOf(house, await apply(house));
  const [item] = openItems(before);
  const due = item?.deadline.due ?? '';
  const { code, said } = await run('dry-run', closedOn(due), '--from', '2030-01-01');
  expect(code).toBe(0);
  expect(said).toContain(`与 xiacheng@1 的差异 Difference to it`);
  expect(said).toContain(`${due}  工作日 → 停工（放假）  Working day → Closed (holiday)`);
  expect(said).toMatch(new RegExp(`${before.caseId}  xiacheng@1\\n.*→ .*受理.*${due} → 20`));
  expect(said).toMatch(/xiacheng@1 +\S+ .+ 1\n/);
  expect(said).toContain('Nothing was changed');
  expect(await fileOf(house, before.caseId)).toEqual(before);
});

it('says where nothing would move', async () => {
  const { code, said } = await run('dry-run', xiachengFile, '--from', '2030-01-01');
  expect(code).toBe(0);
  expect(said).toContain('将变动的未结办件 Open cases that would change\n  没有 None');
});

it('refuses a day before that of the newest version, as publishing does', async () => {
  expect(await run('dry-run', xiachengFile, '--from', '1990-01-01')).toMatchObject({
    code: 1,
    said: expect.stringContaining('xiacheng@1'),
  });
});

it('names who has a version published, who must be an administrator', async () => {
  const file = closedOn('2030-05-06');
  expect(await run('publish', file, '--from', '2030-01-01', '--by', 'nobody')).toMatchObject({
    code: 1,
    said: expect.stringContaining(administrator.sub),
  });
  expect(await run('publish', file, '--from', '2030-01-01', '--by', administrator.sub)).toMatchObject({
    code: 0,
  });
  const { publishedBy } = (await house.call(administrator, 'GET', '/api/v1/plan/versions')).body.versions[0];
  expect(publishedBy).toBe(administrator.sub);
});
