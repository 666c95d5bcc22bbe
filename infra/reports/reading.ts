import { courseOf } from '../../domain/report/course';
import type { Period } from '../../domain/report/period';
import { LifeGathering, type WholeReport } from '../../domain/report/life';
import { Gathering } from '../../domain/report/report';
import type { CaseKind } from '../../domain/vocabulary';
import type { Tx } from '../db/connect';
import { eventsAfter } from '../record/events';
import type { Ground } from '../record/ground';
import { placesAt } from './places';

const BATCH = 100;

/** The report of a period, as the record stood at one moment; of one that is not over, up to now. */
export async function reportOf({ db, calendar }: Ground, period: Period, now: Date): Promise<WholeReport> {
  // What has happened up to this very instant counts.
  const soon = new Date(now.getTime() + 1).toISOString();
  const until = soon < period.until ? soon : period.until;
  const gathering = new Gathering(period, await calendar());
  const lives = new LifeGathering(period);
  const places = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      for await (const caseId of casesIn(tx, period, ['supervision', 'evaluation'])) {
        lives.add(
          caseId,
          (await eventsAfter(tx, caseId, 0)).filter(({ at }) => at < until),
        );
      }
      for await (const caseId of casesIn(tx, period, ['licensing'])) {
        const course = courseOf(caseId, await eventsAfter(tx, caseId, 0), until);
        if (course) gathering.add(course);
      }
      return placesAt(tx, period);
    });
  return { ...gathering.report(), ...lives.report(), places };
}

/** Cases of some kinds of which something was open in a period, or happened in it: letters are served after a case is closed. */
async function* casesIn(tx: Tx, { from, until }: Period, kinds: readonly CaseKind[]): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const rows = await tx
      .selectFrom('case_file')
      .select('case_id')
      .where('case_id', '>', after)
      .where('kind', 'in', kinds)
      .where('opened_at', '<', new Date(until))
      .where((eb) =>
        eb.or([
          eb('closed_at', 'is', null),
          eb('last_at', '>=', new Date(from)),
          eb.exists(
            eb
              .selectFrom('work_item')
              .select('id')
              .whereRef('work_item.case_id', '=', 'case_file.case_id')
              .where('status', '=', 'open'),
          ),
        ]),
      )
      .orderBy('case_id')
      .limit(BATCH)
      .execute();
    for (const { case_id } of rows) yield case_id;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.case_id ?? after;
  }
}
