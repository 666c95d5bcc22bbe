import type { Db } from '../db/connect';
import type { Difference } from './difference';

/** What the last nightly comparison found; null before the first. */
export async function lastReconciliation(db: Db) {
  const row = await db
    .selectFrom('reconciliation')
    .select(['at', 'cases', 'differences'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        at: row.at.toISOString(),
        cases: row.cases,
        differences: row.differences as readonly Difference[],
      }
    : null;
}
