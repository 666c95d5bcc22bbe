import { systemActor } from './actor';
import type { Calendar } from './calendar';
import type { CaseFile, WorkItem } from './caseFile';
import { deadlineFor, deadlineWhileStopped, ruleOf } from './caseClock';
import { dateInShanghai } from './civilDate';
import type { Deadline } from './deadline';
import { decisionWarnings } from './decisionWarnings';
import type { EventBody, OpenedItem } from './event';
import { fold } from './fold';
import { dueOfLife } from './lifeDates';
import { ladderOf, type RungTime, rungTimes } from './ladder';
import type { UnitId } from './plan';
import { dueSideSteps, dueSteps, openItems, standsAt } from './process';
import type { Stage, Step } from './vocabulary';

/** When an event is written: by the calendar in force, on a Shanghai date. */
export interface Moment {
  readonly calendar: Calendar;
  readonly today: string;
}

/** Business keys, so that opening twice can never make two items of one. */
export function workItemId(file: CaseFile, stepId: string): string {
  return `${file.caseId}.${file.round}.${stepId}`;
}

/** The event that opens the steps of these kinds which are due in a stage; null where nothing is due. */
export function openingOf(
  file: CaseFile,
  stage: Stage,
  kinds: readonly Step[],
  moment: Moment,
): (EventBody & { type: 'stageOpened' }) | null {
  if (standsAt(file) !== stage) return null;
  const due = dueSteps(file).filter((step) => kinds.includes(step.step));
  if (due.length === 0) return null;
  return { type: 'stageOpened', stage, items: due.map((step) => opened(file, step, moment)) };
}

/** The event that opens what acts asked for; null where nothing was. */
export function sideOpeningOf(file: CaseFile, moment: Moment): EventBody | null {
  const due = dueSideSteps(file);
  if (due.length === 0) return null;
  return { type: 'sideStepsOpened', items: due.map((step) => opened(file, step, moment)) };
}

/**
 * What a case writes next by itself, null once it is up to date: a limit or warning whose time has come at an instant,
 * then what acts asked for, then clocks that stopped, go on or moved. One moved clock may move another.
 */
export function nextOfItself(file: CaseFile, at: string, moment: Moment): EventBody | null {
  return (
    nextPassed(file, at) ??
    sideOpeningOf(file, moment) ??
    movedDeadlines(file, moment)[0] ??
    decisionWarning(file, at, moment)
  );
}

/**
 * A case with what the record will note first thing at its next act: so a reader sees, and an ETag names, the state
 * on which that act will be judged, even while nobody conducts.
 */
export function upToDate(file: CaseFile, now: Date, calendar: Calendar): CaseFile {
  const at = [now.toISOString(), file.lastAt].sort().at(-1) ?? file.lastAt;
  const moment = { calendar, today: dateInShanghai(at) };
  const actor = { sub: systemActor.sub, unit: systemActor.unit };
  let current = file;
  for (let body = nextOfItself(current, at, moment); body; body = nextOfItself(current, at, moment)) {
    current = fold(current, [{ ...body, seq: current.seq + 1, at, actor }], file.caseId);
  }
  return current;
}

/** The earliest limit, warning or day of an institution's year that has come at an instant, as its event; null where none has. */
export function nextPassed(file: CaseFile, at: string): EventBody | null {
  const passed: { readonly due: string; readonly body: Timely }[] = openItems(file)
    .filter((item) => !item.stopped)
    .flatMap((item) => {
      const { dueAt } = item.deadline;
      const warnings = item.rungs.map(({ rung, at: due }) => ({
        due,
        body: { type: 'warned', item: item.id, rung, dueAt: due } as const,
      }));
      return item.limitPassed ? warnings : [{ due: dueAt, body: silenceOf(file, item.id) }, ...warnings];
    })
    .filter(({ due }) => due <= at);
  const [first] = [...passed, ...dueOfLife(file, at)].sort(
    (a, b) => a.due.localeCompare(b.due) || aboutIn(a.body).localeCompare(aboutIn(b.body)),
  );
  return first?.body ?? null;
}

/** The earliest warning of the decision's limit whose time has come, where it is no work item's. */
function decisionWarning(file: CaseFile, at: string, { calendar }: Moment): EventBody | null {
  const next = decisionWarnings(file, calendar)[0];
  if (!next || next.at > at) return null;
  return { type: 'decisionWarned', rung: next.rung, dueAt: next.at, due: next.due };
}

type Timely = EventBody & { type: 'deemedAccepted' | 'limitPassed' | 'rightLapsed' | 'warned' };

function aboutIn(body: EventBody): string {
  return 'item' in body ? (body.item ?? '') : body.type;
}

/** What the law or the plan attaches to the silence of a work item. */
function silenceOf(file: CaseFile, id: string): Timely {
  const item = file.items[id];
  if (!item) throw new RangeError(`Case ${file.caseId} has no work item ${id}`);
  const { dueAt, startsOn } = item.deadline;
  switch (ruleOf(file, item.stepId).silence) {
    case 'deemedAccepted':
      return { type: 'deemedAccepted', item: id, dueAt, acceptedOn: startsOn };
    case 'lapses':
      return { type: 'rightLapsed', item: id, dueAt };
    case 'leadMayProceed':
    case 'overdue':
      return { type: 'limitPassed', item: id, dueAt };
  }
}

/**
 * Deadlines and warnings of open items that moved, stopped or go on, each as its event: they follow from the case and
 * the calendar.
 */
export function movedDeadlines(file: CaseFile, moment: Moment): Moved[] {
  return openItems(file).flatMap((item): Moved[] => {
    const deadline = deadlineFor(file, item, item.deadline.startsOn, moment.calendar);
    if (deadline === null) {
      return item.stopped ? [] : [{ type: 'deadlineMoved', item: item.id, deadline }];
    }
    const rungs = rungsLeft(file, item, deadline, moment);
    if (!item.stopped && same(deadline, item.deadline) && sameRungs(rungs, item.rungs)) return [];
    return [{ type: 'deadlineMoved', item: item.id, deadline, rungs }];
  });
}

/** The warnings not given yet. One that lay behind the item when it opened comes only if it lies ahead now. */
function rungsLeft(file: CaseFile, item: WorkItem, deadline: Deadline, moment: Moment): RungTime[] {
  const due = item.rungs.map(({ rung }) => rung);
  return rungTimes(ladderOf(file), deadline, moment.calendar).filter(
    (rung) => !item.warned.includes(rung.rung) && (due.includes(rung.rung) || isAhead(rung, moment)),
  );
}

/** Nobody is warned on the day on which a short clock begins. */
function isAhead({ at }: RungTime, { today }: Moment): boolean {
  return dateInShanghai(at) > today;
}

function sameRungs(a: readonly RungTime[], b: readonly RungTime[]): boolean {
  const isIn = ({ rung, at }: RungTime) => b.some((other) => other.rung === rung && other.at === at);
  return a.length === b.length && a.every(isIn);
}

type Moved = EventBody & { type: 'deadlineMoved' };

function same<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}

function opened(
  file: CaseFile,
  step: { readonly id: string; readonly step: Step; readonly unit: UnitId },
  moment: Moment,
): OpenedItem {
  const { calendar, today } = moment;
  const id = workItemId(file, step.id);
  const item = { id, stepId: step.id, step: step.step };
  const deadline = deadlineFor(file, item, today, calendar);
  if (deadline === null) {
    const meanwhile = deadlineWhileStopped(file, item, today, calendar);
    return { ...item, unit: step.unit, deadline: meanwhile, stopped: true };
  }
  const rungs = rungTimes(ladderOf(file), deadline, calendar).filter((rung) => isAhead(rung, moment));
  return { ...item, unit: step.unit, deadline, rungs };
}
