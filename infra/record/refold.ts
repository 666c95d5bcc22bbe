import { fold } from '../../domain/fold';
import type { Db } from '../db/connect';
import { eventsAfter } from './events';

/**
 * Folds the record of every case anew and keeps what comes of it: a release that folds otherwise finds states that
 * the one before it kept. The events stay what they are.
 */
export async function refoldAll(db: Db): Promise<void> {
  const cases = await db.selectFrom('case_file').select('case_id').orderBy('case_id').execute();
  for (const { case_id } of cases) await refold(db, case_id);
}

/** Folds the record of one case anew and keeps the state. */
export async function refold(db: Db, caseId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .selectFrom('case_file')
      .select('seq')
      .where('case_id', '=', caseId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const state = fold(null, await eventsAfter(tx, caseId, 0), caseId);
    await tx
      .updateTable('case_file')
      .set({ state: JSON.stringify(state) })
      .where('case_id', '=', caseId)
      .execute();
  });
}
