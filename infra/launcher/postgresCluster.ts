import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canEnter, databaseUser, type DatabaseUser } from './databaseUser';
import { programsFor } from './postgresPrograms';
import { runProgram } from './program';

export interface ClusterCreation {
  readonly password: string;
  readonly durability: Durability;
  readonly environment: Readonly<Record<string, string>>;
}

/** `untilPowerFails`: nothing is forced to disk, for tests; killing the process still loses nothing. */
export type Durability = 'durable' | 'untilPowerFails';

export interface Cluster {
  readonly folder: string;
  readonly postgres: string;
  readonly user: DatabaseUser | null;
}

/** The superuser of the embedded cluster, and the database in it. */
export const superuser = 'onewindow';

/** Where a cluster and its programs lie when root's database user cannot reach the data directory (`/root/…`). */
const shared = '/var/lib/onewindow';

/**
 * The cluster at `path` in the data directory, made there the first time: UTF-8, sorted the same on every system,
 * scram passwords. Made beside its place and then moved, so that a start that was cut short leaves nothing half done.
 * @throws Error with the mend
 */
export async function openCluster(path: string, creation: ClusterCreation): Promise<Cluster> {
  const user = databaseUser(path);
  if (user && !canEnter(user, dirname(path))) moveToShared(path, user);
  const programs = programsFor(user, shared);
  if (!existsSync(join(path, 'PG_VERSION'))) await createCluster(path, user, programs, creation);
  return { folder: realpathSync(path), postgres: join(programs, 'bin', 'postgres'), user };
}

/** A link in the data directory, so that whoever deletes that begins anew and whoever looks finds the way. */
function moveToShared(path: string, user: DatabaseUser): void {
  if (isLink(path) && existsSync(dirname(readlinkSync(path)))) return;
  try {
    mkdirSync(shared, { recursive: true });
    chmodSync(shared, 0o755);
    const place = mkdtempSync(join(shared, 'postgres-'));
    chmodSync(place, 0o700);
    chownSync(place, user.uid, user.gid);
    rmSync(path, { force: true });
    symlinkSync(join(place, 'cluster'), path);
  } catch (error) {
    throw new Error(
      `用户 ${user.name} 无法进入 ${dirname(path)}，也不能改用 ${shared}：请把 DATA_DIR 设到该用户可进入的目录，或以普通用户运行。\n` +
        `User ${user.name} cannot enter ${dirname(path)}, and ${shared} cannot be used instead: ` +
        `set DATA_DIR to a folder that user can enter, or start as an ordinary user. ${String(error)}`,
    );
  }
}

async function createCluster(
  path: string,
  user: DatabaseUser | null,
  programs: string,
  { password, durability, environment }: ClusterCreation,
): Promise<void> {
  const place = isLink(path) ? readlinkSync(path) : path;
  const draft = `${place}.new-${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const file of [draft, passwordFile]) chownSync(file, user.uid, user.gid);
  const folder = join(draft, 'cluster');
  try {
    await runProgram(
      join(programs, 'bin', 'initdb'),
      [
        ...[`--pgdata=${folder}`, `--username=${superuser}`, `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...(durability === 'durable' ? [] : ['--no-sync']),
      ],
      { environment, withinMs: 120_000, ...(user ? { user } : {}) },
    );
    renameSync(folder, place);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
