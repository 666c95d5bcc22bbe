import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Addresses } from './installation';
import { partNames } from './part';
import { identityOf, isAlive, type ProcessIdentity } from './processIdentity';
import { holdsWithin } from './waiting';

const Process = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
const ports = z.object({
  postgres: z.number(),
  temporal: z.number(),
  temporalUi: z.number(),
  identity: z.number(),
  mailSmtp: z.number(),
  mailWeb: z.number(),
  push: z.number(),
});
const Running = z.object({
  launcher: Process,
  addresses: z.object({ port: z.number(), workerPort: z.number(), ports }).nullable(),
  parts: z.partialRecord(z.enum(partNames), Process),
});

/** What the data directory says of a launcher: kept while it runs, found again after a crash. */
export type Running = z.infer<typeof Running>;

/** Null where none runs; a file whose launcher has ended counts as none. */
export function runningLauncher(file: string): Running | null {
  const running = read(file);
  return running && isAlive(running.launcher) ? running : null;
}

/** The data directory is somebody else's while their launcher runs. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor({ launcher, addresses }: Running) {
    const zh = addresses ? `，接口 http://127.0.0.1:${addresses.port}` : '';
    const en = addresses ? `, its API at http://127.0.0.1:${addresses.port}` : '';
    super(
      `OneWindow 已在运行（进程 ${launcher.pid}${zh}）：请先停止它，或用 DATA_DIR 指定另一数据目录。\n` +
        `OneWindow runs already (pid ${launcher.pid}${en}): stop it first, or name another DATA_DIR.`,
    );
  }
}

/** This launcher's hold on a data directory. */
export interface Hold {
  place(addresses: Addresses): void;
  /** Notes which processes are its parts', so that they can be found after a crash. */
  note(parts: readonly { readonly name: (typeof partNames)[number]; readonly pid: number | null }[]): void;
  release(): void;
}

/**
 * Takes hold of a data directory; of two that try at once one succeeds. What a launcher that was killed left
 * running is stopped first, and nothing else: a process is known by its number and the time of its start.
 * @throws AlreadyRunning
 */
export async function takeHold(file: string): Promise<Hold> {
  const launcher = identityOf(process.pid);
  if (!launcher) throw new Error('the system does not tell when this process started');
  let running: Running = { launcher, addresses: null, parts: {} };
  const draft = `${file}.${process.pid}`;
  for (;;) {
    writeFileSync(draft, JSON.stringify(running));
    if (linked(draft, file)) break;
    const other = read(file);
    if (other && isAlive(other.launcher)) {
      rmSync(draft);
      throw new AlreadyRunning(other);
    }
    await stopLeftovers(Object.values(other?.parts ?? {}));
    rmSync(file, { force: true });
  }
  rmSync(draft);
  const write = (next: Running) => {
    running = next;
    writeFileSync(draft, JSON.stringify(running, null, 2));
    renameSync(draft, file);
  };
  return {
    place: (addresses) => write({ ...running, addresses }),
    note: (parts) => {
      const known = parts.map(({ name, pid }) => [name, pid === null ? null : identityOf(pid)] as const);
      write({ ...running, parts: Object.fromEntries(known.filter(([, identity]) => identity !== null)) });
    },
    release: () => rmSync(file, { force: true }),
  };
}

async function stopLeftovers(leftovers: readonly ProcessIdentity[]): Promise<void> {
  const alive = () => leftovers.filter(isAlive);
  // SIGINT is PostgreSQL's fast stop, and the other parts take it as SIGTERM.
  for (const { pid } of alive()) process.kill(pid, 'SIGINT');
  if (await holdsWithin(20_000, () => alive().length === 0)) return;
  for (const { pid } of alive()) process.kill(pid, 'SIGKILL');
  await holdsWithin(5_000, () => alive().length === 0);
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Running | null {
  try {
    return Running.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
