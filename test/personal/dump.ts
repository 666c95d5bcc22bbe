import { sql } from 'kysely';
import type { Db } from '../../infra/db/connect';
import { asOwner } from '../../infra/db/owner';

/** Every row of every table as text, by table. */
export function dump(databaseUrl: string): Promise<Map<string, string>> {
  return asOwner(databaseUrl, async (db) => {
    const tables = new Map<string, string>();
    for (const name of await tableNames(db)) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} as t`.execute(
        db,
      );
      tables.set(name, rows.map(({ row }) => row).join('\n'));
    }
    return tables;
  });
}

async function tableNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}
