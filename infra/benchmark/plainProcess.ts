import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { answersOk } from '../launcher/nodePart';
import { freePort } from '../launcher/ports';
import { holdsWithin } from '../launcher/waiting';

export interface PlainProcess {
  readonly address: string;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

/** Starts the yardstick's server on a database of its own. @throws Error with its last words */
export async function startPlainProcess(databaseUrl: string): Promise<PlainProcess> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // The channel is its lifeline: the child ends where this process does.
  const child = fork(join(__dirname, 'plainServer.ts'), {
    execArgv: ['--require', require.resolve('tsx/cjs')],
    env: { DATABASE_URL: databaseUrl, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += String(chunk)));
  const isReady = async (): Promise<boolean> => child.exitCode !== null || answersOk(`${address}/livez`);
  if (!(await holdsWithin(READY_WITHIN_MS, isReady)) || child.exitCode !== null) {
    child.kill('SIGKILL');
    throw new Error(`The plain SQL server did not start: ${words.slice(-1_000)}`);
  }
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
