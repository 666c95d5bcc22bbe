import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { failed, nothing, type Tally } from './tally';

/** Every process of a run inherits this, however far it detaches itself. */
const VARIABLE = 'ONEWINDOW_TEST_RUN';
const PATIENCE_MS = 5_000;

export function newMark(): Readonly<Record<string, string>> {
  return { [VARIABLE]: `${process.pid}-${randomBytes(6).toString('hex')}` };
}

interface Leftover {
  readonly pid: number;
  readonly commandLine: string;
}

/** Processes that carry the mark; none are found where the system has no /proc. */
export function marked(mark: Readonly<Record<string, string>>): Leftover[] {
  const entry = `${VARIABLE}=${mark[VARIABLE] ?? ''}`;
  return processIds().flatMap((pid) => {
    const environment = read(pid, 'environ').split('\0');
    if (!environment.includes(entry)) return [];
    return [{ pid, commandLine: read(pid, 'cmdline').split('\0').join(' ').trim() }];
  });
}

/** A run leaves no process behind: one that has not gone after a while fails the run, and is ended. */
export async function clearLeftovers(mark: Readonly<Record<string, string>>): Promise<Tally> {
  const end = Date.now() + PATIENCE_MS;
  let left = marked(mark);
  while (left.length > 0 && Date.now() < end) {
    await pause(100);
    left = marked(mark);
  }
  if (left.length === 0) return nothing;
  for (const { pid } of left) kill(pid);
  return failed(
    'processes were left behind',
    left.map(({ pid, commandLine }) => `${pid} ${commandLine}`).join('\n'),
  );
}

function processIds(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function read(pid: number, what: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself in the meantime.
  }
}
