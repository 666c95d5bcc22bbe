import type { Db, Tx } from '../../infra/db/connect';
import type { Ground } from '../../infra/record/ground';
import { type MaskedApplication, maskedApplication } from '../../infra/personal/storedApplication';

/** What the institution of a case applied for, its contact masked; null for a site that is linked with no application. */
export async function applicationOf(
  ground: Ground,
  caseId: string,
  db: Db | Tx = ground.db,
): Promise<MaskedApplication | null> {
  const kept = await db
    .selectFrom('application')
    .innerJoin('case_file', 'case_file.application_id', 'application.case_id')
    .select(['body', 'application.case_id'])
    .where('case_file.case_id', '=', caseId)
    .executeTakeFirst();
  return kept ? maskedApplication(ground.personal, kept.case_id, kept.body) : null;
}
