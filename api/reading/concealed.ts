import type { Actor } from '../../domain/actor';
import type { WorkItem } from '../../domain/caseFile';
import type { CaseEvent } from '../../domain/event';
import type { Step } from '../../domain/vocabulary';
import { actsForApplicant } from './visibility';

const VISIT: Step = 'visit';
const visitItem = /\.visit-\d+$/;

/** Whether a work item is kept from a reader: no institution is told when its inspectors come. */
export function isConcealed({ step, status }: Pick<WorkItem, 'step' | 'status'>, actor: Actor): boolean {
  return actsForApplicant(actor) && step === VISIT && status !== 'done';
}

/** Whether an event tells of a visit before it is made. */
export function tellsOfVisit(event: CaseEvent): boolean {
  if (event.type === 'visitDue' || event.type === 'visitCalled') return true;
  if (event.type === 'sideStepsOpened') return event.items.every(({ step }) => step === VISIT);
  return event.type !== 'visited' && 'item' in event && visitItem.test(event.item ?? '');
}
