import type { CaseEvent, CaseFile, Checklist, ItemDeadline } from './client/wire';

/** What each screen of a case is given, whatever kind of case it is. */
export interface CaseShown {
  readonly file: CaseFile;
  readonly events: readonly CaseEvent[];
  readonly deadlines: readonly ItemDeadline[];
  readonly checklist: Checklist;
}

/** Whether an application ended with an institution that is open: certified, or taken over. */
export function opensInstitution({ outcome }: Pick<CaseFile, 'outcome'>): boolean {
  return outcome === 'certified' || outcome === 'takenOver';
}
