import { sql } from 'kysely';
import { z } from 'zod';
import { actRules } from '../../domain/actRules';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { APPLICANT } from '../../domain/itinerary';
import { valuesOf } from '../../domain/label';
import { upToDate } from '../../domain/opening';
import { steps, type Step } from '../../domain/vocabulary';
import { instant, reference } from '../contracts/text';
import type { WorklistEntry } from '../contracts/workItem';
import { ALL_UNITS, type WorklistFilter } from '../contracts/worklist';
import { pageAnswer, pageOf } from '../http/paging';
import { Problem } from '../http/problem';
import { API } from '../paths';
import type { Services } from '../services';
import { answeringToday } from './responsible';
import { overseesAll } from './visibility';
import { type View, workItemView } from './workItems';

/** Due date and id of the last item shown: the most urgent comes first. */
const position = z.tuple([instant, reference]);

/** The open work items of a unit, or of the applicant; the most urgent first. */
export async function worklist(services: Services, actor: Actor, filter: WorklistFilter, address: string) {
  const { db, clock, calendar } = services.ground;
  const now = await clock.now();
  const days = await calendar();
  const { limit, after } = pageOf(filter, position);
  const unit = unitOf(actor, filter);
  let query = db
    .selectFrom('work_item')
    .innerJoin('case_file', 'case_file.case_id', 'work_item.case_id')
    .select(['work_item.id', 'work_item.due_at', 'case_file.state', 'case_file.institution_name'])
    .select('case_file.plan_version')
    .where('work_item.status', '=', 'open')
    .orderBy('work_item.due_at')
    .orderBy('work_item.id')
    .limit(limit + 1);
  if (unit !== null) query = query.where('work_item.unit', '=', unit);
  if (unit === APPLICANT && !overseesAll(actor))
    query = query.where('work_item.organisation', '=', actor.organisation ?? '');
  if (after)
    query = query.where(
      sql<boolean>`(work_item.due_at, work_item.id) > (${after[0]}::timestamptz, ${after[1]})`,
    );
  if (filter.step) query = query.where('work_item.step', '=', filter.step);
  if (filter.mine) query = query.where(sql<boolean>`work_item.step = any(${stepsOf(actor)}::text[])`);
  if (filter.dueBefore) query = query.where('work_item.due', '<', filter.dueBefore);
  if (filter.overdue === true)
    query = query.where('work_item.due_at', '<=', now).where('work_item.stopped', '=', false);
  if (filter.overdue === false)
    query = query.where((row) =>
      row.or([row('work_item.due_at', '>', now), row('work_item.stopped', '=', true)]),
    );
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  const answering = await answeringToday(services, now);
  return pageAnswer(
    rows,
    limit,
    (row) => [row.due_at.toISOString(), row.id],
    (row) =>
      entryOf(row, upToDate(row.state, now, days), { actor, plan: plans(row.plan_version), now, answering }),
    address,
  );
}

interface Row {
  readonly id: string;
  readonly state: CaseFile;
  readonly institution_name: string;
}

/** Null where silence has answered the item and nobody has noted it yet. */
function entryOf(row: Row, file: CaseFile, view: View): WorklistEntry | null {
  const item = file.items[row.id];
  if (!item) throw new RangeError(`Case ${file.caseId} has no work item ${row.id}`);
  if (item.status !== 'open') return null;
  return {
    ...workItemView(file, item, view),
    institution: row.institution_name,
    serviceMode: file.itinerary.serviceMode,
    href: `${API}/work-items/${row.id}`,
  };
}

/** Whose worklist: a unit's own people see it, and those who oversee all; null for every unit's. */
export function unitOf(actor: Actor, { unit }: Pick<WorklistFilter, 'unit'>): string | null {
  if (overseesAll(actor)) return unit === ALL_UNITS ? null : (unit ?? actor.unit);
  const own = actor.unit ?? APPLICANT;
  if (unit !== undefined && unit !== own) throw new Problem('notYourUnit');
  return own;
}

/** The steps that an actor's roles may answer; a head, who may give all of a unit's work away, answers few of it. */
export function stepsOf(actor: Actor): Step[] {
  const { release: _release, delegate: _delegate, ...answering } = actRules;
  const rules = Object.values(answering).flat();
  return valuesOf(steps).filter((step) =>
    rules.some(
      (rule) =>
        'steps' in rule &&
        rule.on !== 'done' &&
        rule.steps.includes(step) &&
        rule.roles.some((role) => actor.roles.includes(role)),
    ),
  );
}
