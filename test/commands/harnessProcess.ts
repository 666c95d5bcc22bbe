import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../runner/command';
import { clearLeftovers, newMark } from '../runner/leftovers';
import type { Failure } from '../runner/tally';
import { testGround } from '../ground/testGround';

export interface HarnessProcess {
  /** Settles once it has printed this. @throws Error where it ends without */
  prints(text: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Settles with its end, and with what it left behind: processes, and files in its temporary directory. */
  readonly ended: Promise<HarnessEnd>;
}

export interface HarnessEnd {
  readonly code: number | null;
  readonly out: string;
  readonly processes: readonly Failure[];
  readonly files: readonly string[];
}

/** Runs a command of infra/commands as npm does, with a temporary directory of its own to look into. */
export function startHarness(command: string, args: readonly string[]): HarnessProcess {
  const temporary = mkdtempSync(join(tmpdir(), 'onewindow-harness-test-'));
  // The database's own user must be able to pass through.
  chmodSync(temporary, 0o711);
  const mark = newMark();
  const child = spawn(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), join(root, `infra/commands/${command}.ts`), ...args],
    {
      cwd: root,
      env: { ...process.env, ...mark, TMPDIR: temporary, TEMPORAL_BINARY: testGround().temporalCli },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed = { all: '', out: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    printed.all += String(chunk);
    printed.out += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => (printed.all += String(chunk)));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = closed.then(async (code): Promise<HarnessEnd> => {
    const { failures: processes } = await clearLeftovers(mark);
    // The compiler keeps a cache there as well.
    const files = readdirSync(temporary).filter((name) => name.startsWith('onewindow-'));
    rmSync(temporary, { recursive: true, force: true });
    return { code, out: printed.out, processes, files };
  });
  return {
    ended,
    signal: (name) => void child.kill(name),
    prints: (text) => waitFor(child, () => printed.all, text),
  };
}

function waitFor(child: ChildProcess, printed: () => string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (printed().includes(text)) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', () => reject(new Error(`It ended without "${text}":\n${printed()}`)));
    look();
  });
}
