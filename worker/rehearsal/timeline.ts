import { eventTypes } from '../../api/contracts/event';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { ruleOf } from '../../domain/caseClock';
import type { Deadline } from '../../domain/deadline';
import type { CaseEvent, OpenedItem } from '../../domain/event';
import type { Label } from '../../domain/label';
import type { ClockRule } from '../../domain/plan';
import { limitUnits, outcomes, steps } from '../../domain/vocabulary';
import type { Db } from '../../infra/db/connect';
import { eventsAfter } from '../../infra/record/events';
import type { Barred, Player } from './player';

/** What happened to a case, a line each, and how it ended. */
export interface Timeline {
  /** `private/lastDay`: the same case in another rehearsal. */
  readonly id: string;
  readonly title: Label;
  readonly lines: readonly string[];
  readonly ending: Label;
  readonly barred: readonly Barred[];
}

const stillOpen: Label = { zh: '未办结：无人办理则停在此处', en: 'not closed: it waits for somebody' };

/** The timeline of a case by its record. */
export async function timelineOf(db: Db, { caseId, mode, role, title, barred }: Player): Promise<Timeline> {
  const { state } = await db
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const events = await eventsAfter(db, caseId, 0);
  return {
    id: `${mode}/${role.id}`,
    title,
    lines: events.flatMap((event) => linesOf(state, event)).map((line) => line.replaceAll(`${caseId}.`, '')),
    ending: state.outcome === null ? stillOpen : outcomes[state.outcome],
    barred,
  };
}

function linesOf(file: CaseFile, event: CaseEvent): string[] {
  const on = dateInShanghai(event.at);
  const { zh, en } = eventTypes[event.type];
  const about = 'item' in event && event.item !== null ? ` ${event.item}` : '';
  const opened = event.type === 'stageOpened' || event.type === 'sideStepsOpened' ? event.items : [];
  if (opened.length > 0) return opened.map((item) => `${on}  + ${openedText(file, item)}`);
  // Letters are served beside the way.
  if (event.type === 'letterServed') return [];
  if (event.type === 'warned' || event.type === 'decisionWarned')
    return [`${on}  ! ${zh} ${en}${about} ${event.rung}`];
  if (event.type !== 'deadlineMoved') return [`${on}  · ${zh} ${en}${about}`];
  const stepId = file.items[event.item]?.stepId;
  if (event.deadline === null || stepId === undefined) return [`${on}  ‖ 期限暂停 clock stopped${about}`];
  return [`${on}  → ${zh} ${en}${about} ${explained(ruleOf(file, stepId), event.deadline)}`];
}

function openedText(file: CaseFile, { id, step, stepId, unit, deadline, stopped }: OpenedItem): string {
  const { zh, en } = steps[step];
  const limit = stopped ? '期限暂停 clock stopped' : explained(ruleOf(file, stepId), deadline);
  return `${id} ${unit} ${zh} ${en} ${limit}`;
}

/** A limit with where it comes from: so many days from a day, by which clause. */
function explained({ basis }: ClockRule, { due, startsOn, limit, unit, provisional }: Deadline): string {
  const { zh, en } = limitUnits[unit];
  const mark = provisional ? '，暂定 provisional' : '';
  return `≤ ${due}（自 ${startsOn} 起 ${limit}${zh} ${limit} ${en}，${basis.clause}${mark}）`;
}
