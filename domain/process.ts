import type { AskedStep, CaseFile, WorkItem } from './caseFile';
import type { ItineraryStage, ItineraryStep } from './itinerary';
import { datesOfLife, isLeaving, owesEvaluation } from './lifeDates';
import type { WayStep } from './sideStep';
import type { Stage, Step } from './vocabulary';

/** The steps that must be settled, in the same stage, before a step may open. */
const precededBy: Readonly<Record<WayStep, readonly Step[]>> = {
  accept: [],
  review: [],
  draft: [],
  decide: ['draft'],
  endorse: [],
  register: ['endorse'],
  push: ['deregister'],
  file: [],
  receipt: ['file'],
  conformity: ['file'],
  issue: [],
  place: [],
  deregister: ['place'],
  closeFiling: ['place', 'deregister', 'push'],
  selfAssess: [],
  score: [],
  rate: [],
  confirmRating: ['rate'],
  build: [],
  examineSite: [],
  acceptSite: ['examineSite'],
  proposeName: [],
  signName: ['proposeName'],
  submitSupport: [],
  examineSupport: ['submitSupport'],
  opineSupport: ['examineSupport'],
  draftSupport: [],
  signSupport: ['draftSupport'],
};

/** The work item that stands for a step now, if it was opened. */
export function currentItem(file: CaseFile, stepId: string): WorkItem | undefined {
  const id = file.current[stepId];
  return id === undefined ? undefined : file.items[id];
}

/** Answered, or silent past a limit after which the lead may go on without it. */
export function isSettled(file: CaseFile, step: ItineraryStep): boolean {
  const item = currentItem(file, step.id);
  if (!item) return false;
  return item.status !== 'open' || (item.limitPassed && step.clock.silence === 'leadMayProceed');
}

/** Whether one work item of the itinerary cannot open before another is settled. */
export function waitsFor(file: CaseFile, later: WorkItem, earlier: WorkItem): boolean {
  const order = file.itinerary.stages.map(({ stage }) => stage);
  if (later.stage !== earlier.stage) return order.indexOf(later.stage) > order.indexOf(earlier.stage);
  return precededBy[later.step as WayStep].includes(earlier.step);
}

/** The stage where the case stands by its record; null once it is closed. */
export function standsAt(file: CaseFile): Stage | null {
  return standing(file)?.stage ?? null;
}

/** The steps that should be open and are not: what the conductor owes. */
export function dueSteps(file: CaseFile): readonly ItineraryStep[] {
  const stage = standing(file);
  if (!stage) return [];
  return stage.steps.filter(
    (step) =>
      !currentItem(file, step.id) &&
      stage.steps.every((other) => !precededBy[step.step].includes(other.step) || isSettled(file, other)),
  );
}

/** The steps that acts asked for and that are not open yet: the record opens them with the act. */
export function dueSideSteps(file: CaseFile): readonly AskedStep[] {
  return Object.values(file.asked).filter(({ id }) => !currentItem(file, id));
}

/** Whether the next move is the workflow's and not a person's. */
export function awaitsConductor(file: CaseFile): boolean {
  return dueSteps(file).length > 0 || owesEvaluation(file);
}

export function openItems(file: CaseFile): readonly WorkItem[] {
  return Object.values(file.items).filter((item) => item.status === 'open');
}

/** The open work item in which the applicant owes an answer before this one can go on. */
export function awaitedFromApplicant(file: CaseFile, item: Pick<WorkItem, 'id'>): WorkItem | undefined {
  return openItems(file).find(
    (each) =>
      (each.step === 'correct' || each.step === 'reapply') && file.asked[each.stepId]?.about === item.id,
  );
}

/** The next instant at which time itself changes the case, ISO: a limit, a warning, a day of an institution's year; null when none is ahead. */
export function nextDueAt(file: CaseFile): string | null {
  const running = openItems(file).filter((item) => !item.stopped);
  const limits = running.filter((item) => !item.limitPassed).map((item) => item.deadline.dueAt);
  const warnings = running.flatMap((item) => item.rungs.map(({ at }) => at));
  return [...limits, ...warnings, ...datesOfLife(file)].sort()[0] ?? null;
}

function standing(file: CaseFile): ItineraryStage | undefined {
  if (file.outcome !== null) return undefined;
  return file.itinerary.stages.find(
    ({ lasting, steps }) =>
      (lasting === true && !isLeaving(file)) || steps.some((step) => !isSettled(file, step)),
  );
}
