import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Db } from './connect';
import type { Tables } from './schema';

/** Works on the database as the owner of its tables: for commands, which may do what the application's role may not. */
export async function asOwner<T>(databaseUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  // A connection that is lost fails the next statement; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
