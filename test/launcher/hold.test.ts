import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../../infra/launcher/processIdentity';
import { AlreadyRunning, runningLauncher, takeHold } from '../../infra/launcher/running';

/** A process that only waits, as a part does that its launcher left behind. */
async function waiting(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}

async function ended(): Promise<number> {
  const child = await waiting();
  child.kill('SIGKILL');
  await once(child, 'exit');
  return child.pid!;
}

describe('the hold on a data directory', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-hold-'));
  const file = join(directory, 'running.json');
  const children: ChildProcess[] = [];
  const part = async () => {
    const child = await waiting();
    children.push(child);
    return child;
  };
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  });

  /** What a launcher leaves that was killed. */
  const leave = (parts: object) => {
    const launcher = { pid: deadPid, startedAt: 'before' };
    writeFileSync(file, JSON.stringify({ launcher, addresses: null, parts }));
  };
  let deadPid: number;
  beforeAll(async () => {
    deadPid = await ended();
  });

  it('belongs to one launcher, also of many that try at once', async () => {
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => takeHold(file)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(AlreadyRunning);
    expect(String(refusals[0])).toContain(`pid ${process.pid}`);
  });

  it('is free again once it is released', async () => {
    (await takeHold(file)).release();
    expect(runningLauncher(file)).toBeNull();
    (await takeHold(file)).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('passes to the next where the launcher was killed, whose parts are stopped first', async () => {
    const left = await part();
    const exit = once(left, 'exit');
    leave({ worker: identityOf(left.pid!) });
    expect(runningLauncher(file)).toBeNull();
    const hold = await takeHold(file);
    expect((await exit)[1]).toBe('SIGINT');
    hold.release();
  });

  it('stops nobody whose number a part once had', async () => {
    const stranger = await part();
    leave({ worker: { pid: stranger.pid, startedAt: 'another time' } });
    (await takeHold(file)).release();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('passes to the next where a crash left half a file', async () => {
    writeFileSync(file, '{"launcher":{"pid":');
    const hold = await takeHold(file);
    expect(runningLauncher(file)?.launcher.pid).toBe(process.pid);
    hold.release();
    expect(existsSync(file)).toBe(false);
  });

  it('notes the processes of its parts, so that they are found after a crash', async () => {
    const one = await part();
    const hold = await takeHold(file);
    hold.note([
      { name: 'worker', pid: one.pid! },
      { name: 'api', pid: null },
    ]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ parts: { worker: identityOf(one.pid!) } });
    expect(Object.keys(runningLauncher(file)?.parts ?? {})).toEqual(['worker']);
    hold.release();
  });
});
