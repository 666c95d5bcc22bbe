import type { Db } from '../../infra/db/connect';
import type { Selection } from '../../infra/personal/holdings';

/** What is held on whoever asks: the account, and the applications and drafts that they made. */
export async function ownSelection(db: Db, issuer: string, sub: string): Promise<Selection> {
  const cases = await db
    .selectFrom('application')
    .select('case_id')
    .where('submitted_by', '=', sub)
    .orderBy('case_id')
    .execute();
  const drafts = await db
    .selectFrom('draft')
    .select('id')
    .where('created_by', '=', sub)
    .orderBy('created_at')
    .execute();
  return {
    accounts: [{ issuer, sub }],
    cases: cases.map(({ case_id }) => case_id),
    drafts: drafts.map(({ id }) => id),
    complaints: [],
    staff: [],
  };
}
