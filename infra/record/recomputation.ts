import type { CaseFile } from '../../domain/caseFile';
import { upToDate } from '../../domain/opening';
import { consequences, type MovedLimit } from '../../domain/repairPreview';
import type { Ground } from './ground';

/** A case some of whose limits are not what the calendar in force says. */
export interface OutdatedCase {
  readonly caseId: string;
  readonly planVersion: string;
  readonly moves: readonly MovedLimit[];
}

const BATCH = 200;

/** The cases that a recomputation would change, in the order of their numbers. Nothing is written. */
export async function* outdatedCases(ground: Ground): AsyncGenerator<OutdatedCase> {
  const [calendar, now] = [await ground.calendar(), await ground.clock.now()];
  let after = '';
  for (;;) {
    const rows = await openCases(ground, after);
    for (const { case_id, state } of rows) {
      const { moves } = consequences(state, upToDate(state, now, calendar));
      if (moves.length > 0) yield { caseId: case_id, planVersion: state.itinerary.planVersion, moves };
      after = case_id;
    }
    if (rows.length < BATCH) return;
  }
}

/**
 * Cases with work left in them after one, in the order of their numbers: a closed one may still have a letter to serve.
 */
export function openCases(
  { db }: Pick<Ground, 'db'>,
  after: string,
  most = BATCH,
): Promise<{ case_id: string; state: CaseFile }[]> {
  return db
    .selectFrom('case_file')
    .select(['case_id', 'state'])
    .where('case_id', '>', after)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('work_item')
          .select('id')
          .whereRef('work_item.case_id', '=', 'case_file.case_id')
          .where('status', '=', 'open'),
      ),
    )
    .orderBy('case_id')
    .limit(most)
    .execute();
}
