import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Database } from '../infra/db/connect';
import { databaseUrl, testGround } from './ground/testGround';

/** A database of a test's own. `url` is the owner's; `db` and `pool` act as the application's role. */
export interface TestDatabase extends Database {
  readonly url: string;
}

/** Makes a fresh database: migrated, the plan of Xiacheng published. `close()` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { postgresUrl, template } = testGround();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(postgresUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(postgresUrl, name);
  const database = connect(url);
  return {
    url,
    db: database.db,
    pool: database.pool,
    async close() {
      await database.close();
      await execute(postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
