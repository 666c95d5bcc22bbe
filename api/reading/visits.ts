import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import type { Visit } from '../../domain/supervision';
import type { ServiceMode } from '../../domain/vocabulary';
import type { VisitAhead, VisitFilter } from '../contracts/visit';
import { date, planKey, reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import { API } from '../paths';
import type { Services } from '../services';
import { readableBy } from './visibility';
import { unitName } from './workItems';
import { unitOf } from './worklist';

/** The day of the last visit shown, its supervision, its id. */
const position = z.tuple([date, reference, planKey]);

const mode = sql<ServiceMode>`case_file.service_mode`;
/** The visit as the supervision has it: its name may change with the year. */
const visit = sql<Visit>`(
  select each.value from jsonb_array_elements(case_file.state #> '{itinerary,life,visits}') each
   where each.value ->> 'id' = visit_ahead.visit)`;

/** The visits of the rounds (定期检查) that fall due for a unit, the next first. */
export async function visitList(services: Services, actor: Actor, filter: VisitFilter, address: string) {
  const { limit, after } = pageOf(filter, position);
  const unit = unitOf(actor, filter);
  let query = services.ground.db
    .selectFrom('visit_ahead')
    .innerJoin('case_file', 'case_file.case_id', 'visit_ahead.case_id')
    .select(['case_file.case_id', 'case_file.institution_name', 'case_file.plan_version'])
    .select(['case_file.subdistrict', mode.as('mode'), visit.as('visit'), 'visit_ahead.due_on'])
    .where(readableBy(actor))
    .orderBy('visit_ahead.due_on')
    .orderBy('visit_ahead.case_id')
    .orderBy('visit_ahead.visit')
    .limit(limit + 1);
  if (unit !== null) query = query.where('visit_ahead.unit', '=', unit);
  if (filter.before) query = query.where('visit_ahead.due_on', '<', filter.before);
  if (after)
    query = query.where(
      sql<boolean>`(visit_ahead.due_on, visit_ahead.case_id, visit_ahead.visit) > (${after[0]}, ${after[1]}, ${after[2]})`,
    );
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.due_on, row.case_id, row.visit.id],
    (row): VisitAhead => {
      const plan = plans(row.plan_version);
      return {
        id: `${row.case_id}/${row.visit.id}`,
        caseId: row.case_id,
        href: `${API}/cases/${row.case_id}`,
        institution: row.institution_name,
        serviceMode: row.mode,
        subdistrict: unitName(plan, row.subdistrict),
        visit: row.visit.id,
        name: row.visit.name,
        unit: unitName(plan, row.visit.unit),
        on: row.due_on,
      };
    },
    address,
  );
}
