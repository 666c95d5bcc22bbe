import type { Calendar } from './calendar';
import type { CaseFile } from './caseFile';
import { decisionDeadline, decisionWarnings } from './decisionWarnings';
import { openItems } from './process';

/** What takes a calendar to know of the limit of a case's whole decision, ISO instants; null where there is none. */
export interface DecisionTimes {
  readonly decisionDueAt: string | null;
  /** When it warns next, while it is no work item's. */
  readonly decisionWarnsAt: string | null;
}

export function decisionTimes(file: CaseFile, calendar: Calendar): DecisionTimes {
  return {
    decisionDueAt: decisionDeadline(file, calendar)?.dueAt ?? null,
    decisionWarnsAt: decisionWarnings(file, calendar)[0]?.at ?? null,
  };
}

/** What time it is for a case, and when its decision is due. ISO instants. */
export interface Hour extends DecisionTimes {
  readonly now: string;
}

/** Whether any limit of a case has passed unanswered: that of a work item, or that of the decision that it is on the way to. */
export function isOverdue(file: CaseFile, { now, decisionDueAt: due }: Hour): boolean {
  return openItems(file).some((item) => item.limitPassed) || (due !== null && due <= now);
}

/** The next instant at which time changes how a case stands; the decision's limit changes that without an event. */
export function nextChangeAt(
  nextDueAt: string | null,
  { now, decisionDueAt: due, decisionWarnsAt }: Hour,
): string | null {
  const ahead = due !== null && due > now ? due : null;
  return [nextDueAt, decisionWarnsAt, ahead].filter((at) => at !== null).sort()[0] ?? null;
}
