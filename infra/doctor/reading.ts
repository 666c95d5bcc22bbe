import { connect, type Db } from '../db/connect';
import type { Finding } from './finding';
import type { Subject } from './subject';

/** Findings from the record, read as API and worker do; none where it cannot be read: the database's check says so. */
export async function fromRecord(
  { settings: { databaseUrl } }: Subject,
  look: (db: Db) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  if (databaseUrl === null) return [];
  const database = connect(databaseUrl, { max: 1 });
  try {
    const { rows } = await database.pool.query(`select to_regclass('wake_up') as there`);
    return (rows[0] as { there: string | null }).there === null ? [] : await look(database.db);
  } catch {
    return [];
  } finally {
    await database.close();
  }
}
