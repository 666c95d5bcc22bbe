import type { Calendar } from './calendar';
import { deadlineFor } from './caseClock';
import type { CaseFile } from './caseFile';
import { openItems } from './process';

/**
 * When the limit of the whole decision runs out, ISO: it runs from the acceptance (行政许可法 第四十二条), wherever the case
 * stands meanwhile. Null before that, while it is stopped, and once the decision is made or the case closed.
 */
export function decisionDueAt(file: CaseFile, calendar: Calendar): string | null {
  const { acceptance, decision } = file.dates;
  if (file.outcome !== null || acceptance === null || decision !== null) return null;
  const draft = { id: file.current.draft ?? '', stepId: 'draft', step: 'draft' } as const;
  return deadlineFor(file, draft, acceptance, calendar)?.dueAt ?? null;
}

/** What time it is for a case, and when its decision is due. ISO instants. */
export interface Hour {
  readonly now: string;
  readonly decisionDueAt: string | null;
}

/** Whether any limit of a case has passed unanswered: that of a work item, or that of the decision that it is on the way to. */
export function isOverdue(file: CaseFile, { now, decisionDueAt: due }: Hour): boolean {
  return openItems(file).some((item) => item.limitPassed) || (due !== null && due <= now);
}

/** The next instant at which time changes how a case stands; the decision's limit changes that without an event. */
export function nextChangeAt(nextDueAt: string | null, { now, decisionDueAt: due }: Hour): string | null {
  const ahead = due !== null && due > now ? due : null;
  return [nextDueAt, ahead].filter((at) => at !== null).sort()[0] ?? null;
}
