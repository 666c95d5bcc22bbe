import type { Application } from '../../domain/application';
import type { Db } from '../../infra/db/connect';

/** What was applied for, with the names that stay out of the engine. */
export async function applicationOf(db: Db, caseId: string): Promise<Application> {
  const { body } = await db
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return body;
}
