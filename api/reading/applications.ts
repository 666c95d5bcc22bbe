import type { Db, Tx } from '../../infra/db/connect';
import type { Ground } from '../../infra/record/ground';
import { type MaskedApplication, maskedApplication } from '../../infra/personal/storedApplication';

/** What was applied for, its contact masked. */
export async function applicationOf(
  ground: Ground,
  caseId: string,
  db: Db | Tx = ground.db,
): Promise<MaskedApplication> {
  const { body } = await db
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return maskedApplication(ground.personal, caseId, body);
}
