import type { Db, Tx } from '../../infra/db/connect';
import type { Ground } from '../../infra/record/ground';
import { type MaskedApplication, maskedApplication } from '../../infra/personal/storedApplication';

/** What the institution of a case applied for, its contact masked. */
export async function applicationOf(
  ground: Ground,
  caseId: string,
  db: Db | Tx = ground.db,
): Promise<MaskedApplication> {
  const { body, case_id } = await db
    .selectFrom('application')
    .innerJoin('case_file', 'case_file.application_id', 'application.case_id')
    .select(['body', 'application.case_id'])
    .where('case_file.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return maskedApplication(ground.personal, case_id, body);
}
