import type { Adjustments } from './adjustments';
import type { Calendar } from './calendar';
import type { CaseFile, Letter, ProcedureRun, WorkItem } from './caseFile';
import { sideRulesIn } from './changes/items';
import { dateInShanghai, dayNumber } from './civilDate';
import { deadlineOf, deadlineUnlessStopped } from './clock';
import { milestoneDays, milestoneOf } from './construction';
import type { Deadline } from './deadline';
import type { ClockRule } from './plan';
import { awaitedFromApplicant, currentItem } from './process';
import type { StartEvent, Step } from './vocabulary';

type Clocked = Pick<WorkItem, 'id' | 'stepId' | 'step'>;

/**
 * The clock of a step, as the itinerary pinned it; that of a procedure or an order gives the time that the applicant was told.
 * @throws RangeError where the case has no such step
 */
export function ruleOf(file: CaseFile, stepId: string): ClockRule {
  const asked = file.asked[stepId];
  const rule = asked
    ? sideRulesIn(file).clocks[asked.step]
    : file.itinerary.stages.flatMap((stage) => stage.steps).find((each) => each.id === stepId)?.clock;
  if (!rule) throw new RangeError(`Case ${file.caseId} has no step ${stepId}`);
  const run = file.procedures.find((each) => each.stepId === stepId);
  const told = run?.days ?? file.supervision?.given[stepId] ?? milestoneTime(file, stepId);
  return told === null ? rule : { ...rule, limit: told };
}

/** A milestone has the days that its share of the time until the completion comes to; null for other steps. */
function milestoneTime({ construction, itinerary }: CaseFile, stepId: string): number | null {
  const { life } = itinerary;
  if (!construction || life?.kind !== 'construction' || !stepId.startsWith('build-')) return null;
  const day = milestoneDays(life.milestones, construction)[milestoneOf(stepId)];
  return day === undefined ? null : dayNumber(day) - dayNumber(construction.from);
}

/**
 * When the clock of a work item runs out; null while it is stopped.
 * @param opening the day from which a clock counts that starts with the step's own opening
 */
export function deadlineFor(
  file: CaseFile,
  item: Clocked,
  opening: string,
  calendar: Calendar,
): Deadline | null {
  const rule = ruleOf(file, item.stepId);
  const start = startOf(file, item, rule.startsFrom, opening);
  return deadlineUnlessStopped(rule, start, calendar, adjustmentsOf(file, item));
}

/** When it would run out if what stops it ended with the last day that counted: shown while it is stopped. */
export function deadlineWhileStopped(
  file: CaseFile,
  item: Clocked,
  opening: string,
  calendar: Calendar,
): Deadline {
  const rule = ruleOf(file, item.stepId);
  const { pauses, extensions } = adjustmentsOf(file, item);
  const ended = pauses.filter(({ to }) => to !== null);
  const start = startOf(file, item, rule.startsFrom, opening);
  return deadlineOf(rule, start, calendar, { pauses: ended, extensions });
}

/** What happened to the clock of a work item: the pauses and extensions that concern it. */
export function adjustmentsOf(file: CaseFile, item: Clocked): Adjustments {
  const rule = ruleOf(file, item.stepId);
  const days = file.extensions[rule.id];
  return {
    pauses: [
      ...proceduralPauses(file, item, rule),
      ...applicantsPauses(file, item),
      ...untilTold(offerOf(file, item)),
    ],
    extensions: days === undefined ? [] : [{ days }],
  };
}

/** A procedure stops the decision's clock, and that of the work item in which it was ordered. */
function proceduralPauses(file: CaseFile, item: Clocked, rule: ClockRule): Adjustments['pauses'] {
  const isDecision = item.step === 'draft' || item.step === 'decide';
  return file.procedures
    .filter(
      ({ procedure, orderedIn }) =>
        rule.pausedBy?.includes(procedure) && (isDecision || orderedIn === item.id),
    )
    .map((run) => ({ from: run.from, to: endOfRun(file, run) }));
}

/** A procedure ends with its result, and with the time that it was given: nobody was told of more; null while it runs. */
export function endOfRun(file: CaseFile, { stepId, to }: ProcedureRun): string | null {
  const item = currentItem(file, stepId);
  const over = item?.limitPassed ? item.deadline.due : null;
  return to === null || over === null ? (to ?? over) : to < over ? to : over;
}

/** Time in the applicant's court is nobody else's. */
function applicantsPauses(file: CaseFile, item: Clocked): Adjustments['pauses'] {
  const waiting = awaitedFromApplicant(file, item);
  if (waiting) return [{ from: dateInShanghai(waiting.openedAt), to: null }];
  const { correction, restartedOn } = file;
  const resumed = correction?.item === item.id && correction.to !== null && !restartedOn[item.id];
  return resumed ? [{ from: correction.from, to: correction.to }] : [];
}

/** What the applicant may or must do from the day on which its letter is served (第四十七条). */
const fromService: readonly Step[] = ['requestHearing', 'contest', 'rectify'];

function offerOf({ letters }: CaseFile, { step, stepId }: Clocked): Letter | undefined {
  return letters.find(({ seq }) => fromService.includes(step) && stepId === `${step}-${seq}`);
}

function untilTold(offer: Letter | undefined): Adjustments['pauses'] {
  return offer?.served === null ? [{ from: offer.on, to: null }] : [];
}

function startOf(file: CaseFile, item: Clocked, event: StartEvent, opening: string): string {
  const restarted = file.restartedOn[item.id];
  if (restarted !== undefined) return restarted;
  const told = offerOf(file, item)?.served;
  if (told) return told.on;
  if (file.construction && item.step === 'build') return file.construction.from;
  const { dates } = file;
  const start: Record<StartEvent, string | null> = {
    receipt: file.returnedOn ?? dates.receipt,
    acceptance: dates.acceptance,
    decision: dates.decision,
    filingReceived: dates.filingReceived,
    opened: opening,
  };
  const found = start[event];
  if (found === null) throw new RangeError(`Case ${file.caseId}: no ${event} yet to count from`);
  return found;
}
