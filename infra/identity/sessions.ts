import { sql } from 'kysely';
import type { Tx } from '../db/connect';

/**
 * Ends every sign-in of somebody: sessions in browsers, and tokens that were given out before.
 * @param now by the system's clock, as sessions and tokens are dated
 * @returns how many sessions in browsers were ended
 */
export async function endSessions(
  tx: Tx,
  { issuer, sub }: { readonly issuer: string; readonly sub: string },
  now: Date,
): Promise<number> {
  await tx
    .updateTable('account')
    .set({ signed_out_at: now })
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .execute();
  const ended = await tx
    .deleteFrom('session')
    .where(sql`sess #>> '{identity,sub}'`, '=', sub)
    .where(sql`sess #>> '{identity,issuer}'`, '=', issuer)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}
