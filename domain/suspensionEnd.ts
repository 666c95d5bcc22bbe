import type { CaseFile, WorkItem } from './caseFile';
import type { EventBody } from './event';
import { openItems } from './process';

type Over = EventBody & { type: 'suspensionOver' };

/**
 * The end of a suspension that was ordered for some days, where the institution has not reported by then that it is
 * mended: it stays suspended until a decision lifts it, and the lead is asked, once, what is to become of it.
 */
export function suspensionsOver(file: CaseFile): { readonly due: string; readonly body: Over }[] {
  const { suspension } = file.supervision ?? {};
  if (!suspension?.decidedOn || suspension.days === null) return [];
  return openItems(file)
    .filter((item) => item.limitPassed && isOfDecision(file, item) && !isAsked(file, item))
    .map(({ id, deadline: { due, dueAt } }) => ({
      due: dueAt,
      body: { type: 'suspensionOver', item: id, on: due },
    }));
}

/** The rectification that the decision itself asked for: its days are those of the suspension. */
function isOfDecision(file: CaseFile, { step, stepId }: WorkItem): boolean {
  const about = file.items[file.asked[stepId]?.about ?? ''];
  return step === 'rectify' && about?.step === 'decideSuspension';
}

function isAsked({ asked }: CaseFile, { id }: WorkItem): boolean {
  return Object.values(asked).some(({ step, about }) => step === 'sanction' && about === id);
}
