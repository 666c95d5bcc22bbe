import type { Logger } from 'pino';
import { recomputeDeadlines } from '../infra/record/conduct';
import type { Ground } from '../infra/record/ground';

/**
 * Re-computes the deadlines that were provisional when they were set: a newer holiday table comes with a newer
 * release or plan version, so each start of a worker is the moment to look.
 */
export async function recomputeProvisional(ground: Ground, log: Logger): Promise<void> {
  try {
    const cases = await ground.db
      .selectFrom('work_item')
      .select('case_id')
      .distinct()
      .where('status', '=', 'open')
      .where('provisional', '=', true)
      .execute();
    for (const { case_id } of cases) {
      const moved = await ground.db.transaction().execute((tx) => recomputeDeadlines(tx, ground, case_id));
      if (moved > 0) log.info({ caseId: case_id, moved }, 'deadlines moved with the calendar');
    }
  } catch (error) {
    log.warn({ err: error }, 'provisional deadlines were not re-computed; the next start tries again');
  }
}
