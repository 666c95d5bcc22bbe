import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The system user that runs PostgreSQL, which refuses to run as root. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Null where we are not root: PostgreSQL then runs as ourselves. As root: the owner of an existing cluster,
 * `postgres`, or else `nobody`, which every system has, so that nothing is added to the machine.
 * @throws Error with the mend where there is none
 */
export function databaseUser(cluster: string): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const found = systemUser('postgres') ?? systemUser('nobody');
  if (found) return found;
  throw new Error(
    'PostgreSQL 不能以 root 身份运行，而系统中没有 postgres 用户：请执行 useradd --system postgres，或以普通用户运行。\n' +
      'PostgreSQL does not run as root and there is no postgres user: run useradd --system postgres, or start as an ordinary user.',
  );
}

/** Asked as that user, since modes alone do not tell (access lists, mounts). */
export function canEnter(user: DatabaseUser | null, folder: string): boolean {
  if (!user) return true;
  const { uid, gid } = user;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

function systemUser(name: string): DatabaseUser | null {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === null || gid === null || uid === 0 ? null : { name, uid, gid };
}

function idOf(which: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
