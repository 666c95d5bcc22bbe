import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Connections of a process, unless it asks for another number. */
export const POOL_SIZE = 10;
/** The role of API and worker (migration 001). */
export const APP_ROLE = 'onewindow_app';

/** A `date` stays the text `YYYY-MM-DD`: a Date would drag in the process's time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.DATE
      ? (value: string) => value
      : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};

/**
 * Connects as the role that may append to the record and not rewrite it.
 * A lost server is reported to `onError` and the pool connects anew; queries in between fail.
 */
export function connect(
  url: string,
  options: { readonly max?: number; readonly onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? POOL_SIZE,
    options: `-c role=${APP_ROLE}`,
    connectionTimeoutMillis: 5_000,
    application_name: 'onewindow',
    types,
  });
  pool.on('error', options.onError ?? (() => undefined));
  // The pool listens to connections at rest only. One that is lost between two statements fails the next of them;
  // without a listener of its own it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
