import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import { upToDate } from '../../domain/opening';
import type { CaseFilter } from '../contracts/case';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { summaryView } from './cases';
import { readableBy } from './visibility';

/** The number of the last case shown: newer cases come first. */
const position = z.tuple([reference]);

/** The cases that somebody may read, the newest first. */
export async function caseList(services: Services, actor: Actor, filter: CaseFilter, address: string) {
  const { db, clock, calendar } = services.ground;
  const { limit, after } = pageOf(filter, position);
  let query = db
    .selectFrom('case_file')
    .select(['case_id', 'state', 'institution_name', 'plan_version'])
    .where(readableBy(actor))
    .orderBy('case_id', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('case_id', '<', after[0]);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.year) query = query.where('year', '=', filter.year);
  if (filter.stage) query = query.where('stage', '=', filter.stage);
  if (filter.mode) query = query.where('service_mode', '=', filter.mode);
  if (filter.unit) query = query.where(sql<boolean>`units @> array[${filter.unit}]::text[]`);
  if (filter.outcome === 'open') query = query.where('outcome', 'is', null);
  else if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  const rows = await query.execute();
  const now = await clock.now();
  const days = await calendar();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id],
    (row) =>
      summaryView(upToDate(row.state, now, days), row.institution_name, { plan: plans(row.plan_version) }),
    address,
  );
}
