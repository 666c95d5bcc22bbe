import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataDir } from './dataDir';
import { logFileOf } from './dataDir';
import type { Part } from './part';
import { openCluster, superuser, type Durability } from './postgresCluster';
import { commandLineOf, processesIn } from './processIdentity';
import { ProcessPart } from './processPart';
import { holdsWithin } from './waiting';

export interface PostgresOptions {
  readonly dataDir: DataDir;
  readonly port: number;
  readonly password: string;
  readonly durability: Durability;
  readonly environment: Readonly<Record<string, string>>;
}

const database = 'onewindow';

/** The address of the embedded database, password included. */
export function postgresUrl(port: number, password: string, name = database): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`;
}

/** PostgreSQL on the loopback address, its cluster in the data directory. */
export function postgresPart(options: PostgresOptions): Part {
  const { dataDir, port, password, environment, durability } = options;
  return new ProcessPart({
    name: 'postgres',
    address: `127.0.0.1:${port}`,
    logFile: logFileOf(dataDir, 'postgres'),
    command: async () => {
      const { folder, postgres, user } = await openCluster(dataDir.postgres, options);
      await clearLeftover(folder);
      const args = ['-D', folder, '-p', String(port), ...flags(durability)];
      return { file: postgres, args, environment: withoutPg(environment), ...(user ? { user } : {}) };
    },
    isReady: () => ensureDatabase(postgresUrl(port, password, 'postgres')),
    // "Fast": open transactions are rolled back; the polite SIGTERM would wait for every client to leave.
    stopSignal: 'SIGINT',
    readyWithinMs: 60_000,
    stopWithinMs: 60_000,
  });
}

function flags(durability: Durability): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    // No socket file: its path may be too long, and its folder may not be ours.
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durability === 'durable' ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}

/** PG* variables change the server's and the client's defaults. */
function withoutPg(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^PG[A-Z]/.test(name)));
}

/**
 * After a crash the cluster's lock file remains. PostgreSQL takes it for its own if any process of the same user
 * happens to have its number now, so we look; a server that outlived its launcher is stopped first.
 * Backends in the middle of a query outlive a killed server and hold its shared memory: they are ended.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  const pid = Number(readIfThere(lock)?.split('\n')[0]);
  if (!pid) return;
  const isServer = () => commandLineOf(pid)?.includes(folder) ?? false;
  if (isServer()) {
    process.kill(pid, 'SIGINT');
    if (!(await holdsWithin(30_000, () => !isServer())))
      throw new Error(`PostgreSQL (pid ${pid}) does not stop`);
  }
  for (const backend of processesIn(folder)) process.kill(backend, 'SIGKILL');
  if (!(await holdsWithin(10_000, () => processesIn(folder).length === 0))) {
    throw new Error(`backends of PostgreSQL in ${folder} do not end`);
  }
  rmSync(lock, { force: true });
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Ready means that our database can be used. */
async function ensureDatabase(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
