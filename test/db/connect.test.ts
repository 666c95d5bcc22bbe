import { once } from 'node:events';
import { sql } from 'kysely';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../database';

let database: TestDatabase;
beforeEach(async () => (database = await testDatabase()));
afterEach(() => database.close());

/** Ends a connection from the server's side, as a server does that is killed. */
async function cut(pid: number): Promise<void> {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    await owner.query('select pg_terminate_backend($1)', [pid]);
  } finally {
    await owner.end();
  }
}

test('outlasts a server that goes away between two statements of a transaction', async () => {
  const { db, pool } = database;
  const acquired = once(pool, 'acquire') as Promise<[pg.PoolClient]>;
  const transaction = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    const [client] = await acquired;
    const gone = once(client, 'end');
    await cut(rows[0]!.pid);
    await gone;
    return sql`select 1`.execute(tx);
  });
  await expect(transaction).rejects.toThrow(/not queryable|Connection terminated/);
  await expect(sql`select 1`.execute(db)).resolves.toBeDefined();
});
