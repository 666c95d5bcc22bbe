import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Runs `npm test -- …` on the checks in test/quality/runs whose names match. */
function run(names: string) {
  const config = { rootDir: join(__dirname, 'runs'), testRegex: `/${names}\\.check\\.js$`, transform: {} };
  const args = ['node_modules/tsx/dist/cli.mjs', 'test/run.ts', '--config', JSON.stringify(config)];
  const { stdout, status } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { stdout, status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

describe('npm test', () => {
  it('passes and says how many passed and were skipped', () => {
    expect(run('passing')).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 1 skipped' });
  });

  it('fails where a test fails or a file breaks, and tells each in full at the end', () => {
    const { stdout, ...end } = run('(passing|failing|broken)');
    expect(end).toEqual({ status: 1, lastLine: '2 passed, 2 failed, 1 skipped' });
    expect(stdout).toMatch(/✗ test\/quality\/runs\/failing.check.js › does not hold\n[^]*Expected: 3/);
    expect(stdout).toMatch(/✗ test\/quality\/runs\/broken.check.js\n[^]*broke before its first test/);
  });

  it('fails where no test ran', () => {
    const { stdout, ...end } = run('nothing');
    expect(end).toEqual({ status: 1, lastLine: '0 passed, 1 failed' });
    expect(stdout).toContain('No tests found');
  });

  it('fails where jest itself is killed', () => {
    expect(run('exiting')).toMatchObject({ status: 1, lastLine: '0 passed, 1 failed' });
  });

  it('ends a process that a test left behind, names it and fails', () => {
    const { stdout, ...end } = run('leaving');
    expect(end).toEqual({ status: 1, lastLine: '1 passed, 1 failed' });
    const pid = /processes were left behind\n\n(\d+) sleep 600/.exec(stdout)?.[1];
    expect(isRunning(Number(pid))).toBe(false);
  });
});

/** A process that has ended may linger as a zombie until its parent looks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}
