import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { planInForce } from '../../infra/plan/repository';
import { testDatabase, type TestDatabase } from '../database';
import { testGround } from './testGround';

describe('the test ground', () => {
  const opened: TestDatabase[] = [];
  const open = async () => {
    const database = await testDatabase();
    opened.push(database);
    return database;
  };
  afterAll(() => Promise.all(opened.map((database) => database.close())));

  it('gives every test a migrated database with the plan published', async () => {
    const { db } = await open();
    const version = await planInForce(db, 'xiacheng', '2026-01-05');
    expect(version.id).toBe('xiacheng@1');
  });

  it('gives tests that run at once databases of their own', async () => {
    const databases = await Promise.all([open(), open(), open()]);
    const names = await Promise.all(
      databases.map(
        async ({ db }) =>
          (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows[0]?.name,
      ),
    );
    expect(new Set(names).size).toBe(3);
  });

  it('connects as the role that may not rewrite the record', async () => {
    const { pool } = await open();
    await expect(pool.query('update event set type = type')).rejects.toThrow('permission denied');
  });

  it('has the workflows compiled once, and the binaries of Temporal', () => {
    const { workflowBundle, temporalTestServer, temporalCli } = testGround();
    for (const file of [workflowBundle, temporalTestServer, temporalCli]) expect(existsSync(file)).toBe(true);
  });
});
