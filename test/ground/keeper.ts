import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GROUND_VARIABLE } from './testGround';

const STOP_MS = 20_000;
let keeper: ChildProcess | undefined;

/** Starts the ground and tells the tests of it; returns when everything on it is ready. */
export async function startGround(): Promise<void> {
  const started = Date.now();
  process.stderr.write('Test ground: starting PostgreSQL, compiling the workflows …\n');
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), join(__dirname, 'main.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // In a group of its own: Ctrl-C reaches it as the end of its input, once, and it clears away in peace.
    detached: true,
  });
  keeper = child;
  process.env[GROUND_VARIABLE] = await firstLine(child);
  process.stderr.write(`Test ground: ready in ${((Date.now() - started) / 1_000).toFixed(1)} s\n`);
}

/** Ends the ground and waits until nothing of it is left. */
export async function stopGround(): Promise<void> {
  const child = keeper;
  keeper = undefined;
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) });
  child.stdin?.end();
  await gone.catch(() => {
    throw new Error(`The test ground, process ${child.pid}, did not stop within ${STOP_MS / 1_000} s`);
  });
}

async function firstLine({ stdout, exitCode }: ChildProcess): Promise<string> {
  if (!stdout || exitCode !== null) throw new Error('The test ground did not start');
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error('The test ground ended before it was ready: its reason stands above');
}
