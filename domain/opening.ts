import type { Calendar } from './calendar';
import type { CaseFile } from './caseFile';
import { deadlineMoves, deadlineOf } from './clock';
import type { EventBody, OpenedItem } from './event';
import type { ItineraryStep } from './itinerary';
import type { ClockRule } from './plan';
import { dueSteps, openItems, standsAt } from './process';
import type { Stage, StartEvent, Step } from './vocabulary';

/** Business keys, so that opening twice can never make two items of one. */
export function workItemId(file: CaseFile, stepId: string): string {
  return `${file.caseId}.${file.round}.${stepId}`;
}

/**
 * The event that opens the steps of these kinds which are due in a stage; null where nothing is due.
 * @param today the Shanghai date, from which clocks that start with the opening count
 */
export function openingOf(
  file: CaseFile,
  stage: Stage,
  kinds: readonly Step[],
  calendar: Calendar,
  today: string,
): (EventBody & { type: 'stageOpened' }) | null {
  if (standsAt(file) !== stage) return null;
  const due = dueSteps(file).filter((step) => kinds.includes(step.step));
  if (due.length === 0) return null;
  return { type: 'stageOpened', stage, items: due.map((step) => opened(file, step, calendar, today)) };
}

/** The silences whose time has passed at an instant, each as its event, the earliest first. */
export function passedSilences(file: CaseFile, at: string): EventBody[] {
  return openItems(file)
    .filter((item) => !item.limitPassed && item.deadline.dueAt <= at)
    .sort((a, b) => a.deadline.dueAt.localeCompare(b.deadline.dueAt) || a.id.localeCompare(b.id))
    .map((item): EventBody => {
      const { dueAt } = item.deadline;
      const rule = ruleOf(file, item.stepId);
      return rule.silence === 'deemedAccepted'
        ? { type: 'deemedAccepted', item: item.id, dueAt, acceptedOn: file.dates.receipt }
        : { type: 'limitPassed', item: item.id, dueAt };
    });
}

/** Deadlines of open items that a calendar moves, each as its event. */
export function movedDeadlines(
  file: CaseFile,
  calendar: Calendar,
): (EventBody & { type: 'deadlineMoved' })[] {
  return openItems(file).flatMap((item) => {
    const deadline = deadlineMoves(item.deadline, ruleOf(file, item.stepId), calendar);
    return deadline ? [{ type: 'deadlineMoved' as const, item: item.id, deadline }] : [];
  });
}

/** The clock of a step, as the itinerary pinned it. */
export function ruleOf(file: CaseFile, stepId: string): ClockRule {
  const step = file.itinerary.stages.flatMap((stage) => stage.steps).find((each) => each.id === stepId);
  if (!step) throw new RangeError(`Case ${file.caseId} has no step ${stepId}`);
  return step.clock;
}

function opened(file: CaseFile, step: ItineraryStep, calendar: Calendar, today: string): OpenedItem {
  return {
    id: workItemId(file, step.id),
    stepId: step.id,
    step: step.step,
    unit: step.unit,
    deadline: deadlineOf(step.clock, startOf(file, step.clock.startsFrom, today), calendar),
  };
}

function startOf(file: CaseFile, event: StartEvent, today: string): string {
  const { dates } = file;
  const start: Record<StartEvent, string | null> = {
    receipt: dates.receipt,
    acceptance: dates.acceptance,
    decision: dates.decision,
    filingReceived: dates.filingReceived,
    opened: today,
  };
  const found = start[event];
  if (found === null) throw new RangeError(`Case ${file.caseId}: no ${event} yet to count from`);
  return found;
}
