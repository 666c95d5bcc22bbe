import { sql } from 'kysely';
import type { Period } from '../../domain/report/period';
import type { PlacesReport } from '../../domain/report/places';
import type { Tx } from '../db/connect';

/** Places by the newest certificate that each institution had on the last day of a period, or as it was taken over, unless it had left by then. */
export async function placesAt(tx: Tx, { lastDay }: Period): Promise<PlacesReport> {
  const certified = tx
    .selectFrom('event')
    .innerJoin('case_file', 'case_file.case_id', 'event.case_id')
    .innerJoin('application', 'application.case_id', 'event.case_id')
    .innerJoin('case_file as life', (join) =>
      join.onRef('life.institution_id', '=', 'case_file.institution_id').on('life.kind', '=', 'supervision'),
    )
    .distinctOn('case_file.institution_id')
    .select('case_file.institution_id')
    .select(sql<number>`(application.body #>> '{facts,places}')::int`.as('places'))
    .where('event.type', 'in', ['licenceIssued', 'takenOver'])
    .where(sql<string>`coalesce(event.facts ->> 'issuedOn', event.facts ->> 'on')`, '<=', lastDay)
    .where((eb) => {
      const leftOn = sql<string | null>`life.state #>> '{supervision,exit,closedOn}'`;
      return eb.or([eb(leftOn, 'is', null), eb(leftOn, '>', lastDay)]);
    })
    .orderBy('case_file.institution_id')
    .orderBy('event.at', 'desc');
  return tx
    .selectFrom(certified.as('certified'))
    .select([
      sql<number>`count(*)::int`.as('institutions'),
      sql<number>`coalesce(sum(certified.places), 0)::int`.as('places'),
    ])
    .executeTakeFirstOrThrow();
}
