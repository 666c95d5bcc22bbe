import { sql } from 'kysely';
import type { Db, Tx } from '../db/connect';

/** For how long it is believed that somebody has a case open. */
export const PRESENCE_SECONDS = 120;

/** Somebody who has a case open, and when they said so last. */
export interface Present {
  readonly sub: string;
  /** Null for those who belong to none, as administrators do. */
  readonly unit: string | null;
  readonly seenAt: Date;
}

/** Notes that somebody has a case open, and forgets all who have not said so for too long. */
export async function notePresence(
  tx: Tx,
  caseId: string,
  { sub, unit }: Pick<Present, 'sub' | 'unit'>,
  now: Date,
): Promise<void> {
  // Rows that others hold are theirs to remove: two who come at once never wait for one another.
  await sql`
    delete from presence where (case_id, sub) in (
      select case_id, sub from presence where seen_at <= ${since(now)} for update skip locked)`.execute(tx);
  await tx
    .insertInto('presence')
    .values({ case_id: caseId, sub, unit, seen_at: now })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'sub']).doUpdateSet((row) => ({
        unit: row.ref('excluded.unit'),
        seen_at: row.ref('excluded.seen_at'),
      })),
    )
    .execute();
}

/** Who else has a case open now, in the order in which they said so last. */
export async function othersPresent(
  db: Db | Tx,
  caseId: string,
  sub: string,
  now: Date,
): Promise<readonly Present[]> {
  const rows = await db
    .selectFrom('presence')
    .select(['sub', 'unit', 'seen_at'])
    .where('case_id', '=', caseId)
    .where('sub', '<>', sub)
    .where('seen_at', '>', since(now))
    .orderBy('seen_at')
    .orderBy('sub')
    .execute();
  return rows.map(({ seen_at: seenAt, ...person }) => ({ ...person, seenAt }));
}

function since(now: Date): Date {
  return new Date(now.getTime() - PRESENCE_SECONDS * 1_000);
}
