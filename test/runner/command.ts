import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

export interface Finished {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  readonly seconds: number;
}

const running = new Set<ChildProcess>();
const PATIENCE_MS = 20_000;
let abandoned = false;

/**
 * Runs one of our scripts under this Node, without standard input, in a process group of its own.
 * @param script below the repository: `node_modules/typescript/bin/tsc`
 * @param listen is given the output as it comes
 */
export async function runScript(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  listen: (text: string) => void = () => undefined,
): Promise<Finished> {
  if (abandoned) return new Promise(() => undefined);
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      listen(text);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  running.delete(child);
  return { code, output: output.join(''), seconds: (performance.now() - started) / 1_000 };
}

/** Stops what runs still and starts nothing more: the run was interrupted. */
export async function abandonScripts(): Promise<void> {
  abandoned = true;
  await stopScripts();
}

/** Stops what runs still: politely, and after a while by force. Settles once it is gone. */
export async function stopScripts(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const gone = new Promise((resolve) => child.once('close', resolve));
      signalGroup(child, 'SIGTERM');
      const force = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
      await gone;
      clearTimeout(force);
    }),
  );
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It went by itself in the meantime.
  }
}
