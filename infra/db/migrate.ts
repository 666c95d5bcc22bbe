import { join } from 'node:path';
import { runner } from 'node-pg-migrate';

/** The folder of the migrations, a file each. */
export const migrations = join(__dirname, 'migrations');

/**
 * Brings a database to the newest version; concurrent callers wait for one another (advisory lock).
 * @returns the names of the migrations that ran, none where it was up to date
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const ran = await runner({
    databaseUrl,
    dir: migrations,
    direction: 'up',
    migrationsTable: 'migration',
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
  return ran.map((migration) => migration.name);
}
