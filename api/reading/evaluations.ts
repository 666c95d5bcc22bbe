import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { upToDate } from '../../domain/opening';
import { numberInYear } from '../../domain/supervision';
import { outcomes, stages, steps } from '../../domain/vocabulary';
import type { EvaluationEntry, EvaluationFilter } from '../contracts/evaluation';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { headOf } from './cases';
import { resultView } from './life';
import { readableBy } from './visibility';
import { itemsInOrder, unitName, type View, workItemView } from './workItems';

/** The number of the last evaluation shown. */
const position = z.tuple([reference]);
const rating = sql`coalesce(state #>> '{evaluation,rated,rating}', state #>> '{evaluation,proposal,rating}')`;

/** How far a year's evaluations are, of every institution that the reader may look at. */
export async function evaluationList(
  services: Services,
  actor: Actor,
  filter: EvaluationFilter,
  address: string,
) {
  const { db, clock, calendar } = services.ground;
  const now = await clock.now();
  const days = await calendar();
  const { limit, after } = pageOf(filter, position);
  let query = db
    .selectFrom('case_file')
    .select(['case_id', 'state', 'institution_name', 'plan_version'])
    .where('kind', '=', 'evaluation')
    .where('year', '=', filter.year)
    .where(readableBy(actor))
    .orderBy('case_id')
    .limit(limit + 1);
  if (after) query = query.where('case_id', '>', after[0]);
  if (filter.stage) query = query.where('stage', '=', filter.stage);
  if (filter.mode) query = query.where('service_mode', '=', filter.mode);
  if (filter.subdistrict) query = query.where('subdistrict', '=', filter.subdistrict);
  if (filter.rating) query = query.where(rating, '=', filter.rating);
  if (filter.late !== undefined) query = query.where(sql<boolean>`${someoneLate(now)} = ${filter.late}`);
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id],
    (row) =>
      entryOf(upToDate(row.state, now, days), row.institution_name, {
        actor,
        plan: plans(row.plan_version),
        now,
      }),
    address,
  );
}

const someoneLate = (now: Date) => sql<boolean>`exists (
  select 1 from work_item
  where work_item.case_id = case_file.case_id
    and work_item.status = 'open' and not work_item.stopped and work_item.due_at <= ${now})`;

function entryOf(file: CaseFile, institution: string, view: View): EvaluationEntry | null {
  const { evaluation, itinerary } = file;
  const { life, serviceMode, subdistrict } = itinerary;
  if (!evaluation || life?.kind !== 'evaluation') return null;
  const { caseId, href, stage, outcome } = headOf(file);
  const result = evaluation.rated ?? evaluation.proposal;
  const open = itemsInOrder(file, view.actor).filter(
    ({ status, step }) => status === 'open' && step !== 'serve',
  );
  return {
    caseId,
    href,
    institution,
    serviceMode,
    subdistrict: unitName(view.plan, subdistrict),
    year: life.year,
    no: numberInYear(caseId),
    stage,
    stageLabel: stages[stage],
    outcome,
    outcomeLabel: outcome && outcomes[outcome],
    scored: evaluation.points.length,
    indicators: life.evaluation.indicators.length,
    awaited: open
      .sort((a, b) => a.deadline.dueAt.localeCompare(b.deadline.dueAt))
      .map((item) => ({
        workItem: item.id,
        step: item.step,
        stepLabel: steps[item.step],
        unit: unitName(view.plan, item.unit),
        due: item.deadline.due,
        overdue: workItemView(file, item, view, []).overdue,
      })),
    result: result && resultView(life.evaluation, result),
    confirmed: evaluation.rated !== null,
  };
}
