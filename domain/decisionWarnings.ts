import type { Calendar } from './calendar';
import { deadlineFor } from './caseClock';
import type { CaseFile } from './caseFile';
import { dateInShanghai } from './civilDate';
import type { Deadline } from './deadline';
import { ladderOf, type RungTime, rungTimes } from './ladder';
import { currentItem, standsAt } from './process';

/**
 * The limit of the whole decision: it runs from the acceptance (行政许可法 第四十二条), wherever the case stands
 * meanwhile. Null before that, while it is stopped, and once the decision is made or the case closed.
 */
export function decisionDeadline(file: CaseFile, calendar: Calendar): Deadline | null {
  const { acceptance, decision } = file.dates;
  if (file.outcome !== null || acceptance === null || decision !== null) return null;
  const draft = { id: file.current.draft ?? '', stepId: 'draft', step: 'draft' } as const;
  return deadlineFor(file, draft, acceptance, calendar);
}

/** The warnings of the decision's limit that are still to come while it is no open work item's, the earliest first. */
export function decisionWarnings(
  file: CaseFile,
  calendar: Calendar,
): (RungTime & { readonly due: string })[] {
  const deadline = decisionDeadline(file, calendar);
  const since = reviewingSince(file);
  if (deadline === null || since === null) return [];
  const given = warnedOfDecision(file);
  return rungTimes(ladderOf(file), deadline, calendar)
    .filter(({ rung, at }) => !given.includes(rung) && dateInShanghai(at) > since)
    .map((rung) => ({ ...rung, due: deadline.due }));
}

/** The warnings of the decision's limit given in this round: each once. */
export function warnedOfDecision({ round, decisionWarned }: CaseFile): readonly string[] {
  return decisionWarned.filter((each) => each.round === round).map(({ rung }) => rung);
}

/** The day since which others are at work on a case; null once the draft, which carries these warnings on, was asked for. */
function reviewingSince(file: CaseFile): string | null {
  if (currentItem(file, 'draft')) return null;
  const stage = standsAt(file);
  const begun = Object.values(file.items)
    .filter((item) => item.stage === stage && item.round === file.round)
    .map(({ openedAt }) => openedAt)
    .sort()[0];
  return begun === undefined ? null : dateInShanghai(begun);
}
