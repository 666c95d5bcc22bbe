import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { CaseEvent, EventType } from '../../domain/event';
import type { Step } from '../../domain/vocabulary';
import { actsForApplicant } from './visibility';

const VISIT: Step = 'visit';
const COMPLAINT: Step = 'handleComplaint';
const concealedItem = new RegExp(`\\.(${VISIT}|${COMPLAINT})-\\d+(-\\d+)?$`);
const concealedTypes: readonly EventType[] = [
  'visitDue',
  'visitCalled',
  'complaintReceived',
  'complaintAnswered',
];

/**
 * Whether a work item is kept from a reader: no institution is told when its inspectors come, nor ever that somebody
 * complained of it.
 */
export function isConcealed({ step, status }: Pick<WorkItem, 'step' | 'status'>, actor: Actor): boolean {
  return actsForApplicant(actor) && ((step === VISIT && status !== 'done') || step === COMPLAINT);
}

/** The same, of an item that may have left the state with its year: then it was recorded long ago. */
export function isConcealedById({ items }: CaseFile, id: string | null, actor: Actor): boolean {
  const item = id === null ? undefined : items[id];
  return item !== undefined && isConcealed(item, actor);
}

/** Whether an event tells of a visit before it is made, or of a complaint. */
export function tellsOfConcealed(event: CaseEvent): boolean {
  if (concealedTypes.includes(event.type)) return true;
  if (event.type === 'sideStepsOpened') {
    return event.items.every(({ step }) => step === VISIT || step === COMPLAINT);
  }
  return event.type !== 'visited' && 'item' in event && concealedItem.test(event.item ?? '');
}

/** What a work item concerns, as far as its reader may know that. */
export function shownAbout(about: string | null, actor: Actor): string | null {
  if (about === null || !actsForApplicant(actor)) return about;
  return about === 'complaint' || concealedItem.test(about) ? null : about;
}
