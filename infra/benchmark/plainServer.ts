import { Pool } from 'pg';
import { POOL_SIZE } from '../db/connect';
import { listen } from '../development/part';
import { runPart } from '../development/process';
import { plainSql, plainTables } from './plainSql';

/** The yardstick as a process of its own, as the API is; its database is `DATABASE_URL`, its port `PORT`. */
void runPart('plain SQL', async ({ databaseUrl, port }) => {
  if (databaseUrl === null) throw new Error('DATABASE_URL is needed: the benchmark gives it');
  const pool = new Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  pool.on('error', () => undefined);
  await pool.query(plainTables);
  const part = await listen(port, () => plainSql(pool));
  return {
    address: part.address,
    async close() {
      await part.close();
      await pool.end();
    },
  };
});
