import { sql } from 'kysely';
import { z } from 'zod';
import { type Matter, matterKinds, mattersOf } from '../../domain/conference';
import { kindOf } from '../../domain/itinerary';
import { upToDate } from '../../domain/opening';
import type { Plan } from '../../domain/plan';
import type { ConferenceEntry, ConferenceFilter } from '../contracts/conference';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import { API } from '../paths';
import type { Services } from '../services';
import { unitName } from './workItems';

const position = z.tuple([reference]);

/** The open cases with a matter for the joint conference (联席会议), by their numbers, the newest first. */
export async function conferenceList(services: Services, filter: ConferenceFilter, address: string) {
  const { db, clock, calendar } = services.ground;
  const { limit, after } = pageOf(filter, position);
  const now = await clock.now();
  let query = db
    .selectFrom('case_file')
    .select(['case_id', 'state', 'institution_name', 'plan_version'])
    .where('outcome', 'is', null)
    .where(mayHaveMatter(now))
    .orderBy('case_id', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('case_id', '<', after[0]);
  const rows = await query.execute();
  const days = await calendar();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id],
    (row): ConferenceEntry | null => {
      const file = upToDate(row.state, now, days);
      const plan = plans(row.plan_version);
      const matters = mattersOf(file);
      if (matters.length === 0) return null;
      return {
        caseId: file.caseId,
        href: `${API}/cases/${file.caseId}`,
        kind: kindOf(file.itinerary),
        institution: row.institution_name,
        lead: unitName(plan, file.itinerary.lead),
        matters: matters.map((matter) => matterView(matter, plan)),
        lastHeldOn: file.conference?.heldOn ?? null,
      };
    },
    address,
  );
}

function matterView(
  { kind, units, workItems, since }: Matter,
  plan: Plan,
): ConferenceEntry['matters'][number] {
  return {
    kind,
    label: matterKinds[kind],
    units: units.map((unit) => unitName(plan, unit)),
    workItems: [...workItems],
    since,
  };
}

/** What `mattersOf` looks for, as far as rows tell: it leaves out nothing that has a matter. */
function mayHaveMatter(now: Date) {
  return sql<boolean>`case_file.case_id in (
    select case_id from (
      select id, case_id from work_item where limit_passed
      union
      select id, case_id from work_item where status = 'open' and due_at <= ${now}) late
     group by case_id having count(*) >= 2
    union
    select case_id from case_file disputed
     where disputed.outcome is null and jsonb_array_length(disputed.state -> 'objections') >= 2
    union
    select case_id from work_item
     where status = 'open' and step in ('confirmRating', 'signLoss', 'reapply', 'hear'))`;
}
