import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { APPLICANT } from '../itinerary';
import { answered, ask, closeAskedIn } from './items';
import { written } from './letters';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** What was still asked for in it, an extension or advice, has no purpose any more. */
export function registered(file: CaseFile, event: Of<'registered'>): CaseFile {
  return {
    ...closeAskedIn(answered(file, event), event.item, event),
    unifiedCode: event.unifiedCode,
    dates: { ...file.dates, registration: event.registeredOn },
  };
}

/** The supervising authority does not agree: the applicant mends and applies again. */
export function endorsementDeclined(file: CaseFile, event: Of<'endorsementDeclined'>): CaseFile {
  return written(toReapply(file, event), event, 'endorsementDeclined', event.letter);
}

export function registrationDeclined(file: CaseFile, event: Of<'registrationDeclined'>): CaseFile {
  return written(toReapply(file, event), event, 'registrationDeclined', event.letter);
}

/** The work item stays open, and its clock stands still until the applicant has applied again. */
function toReapply(file: CaseFile, event: Of<'endorsementDeclined' | 'registrationDeclined'>): CaseFile {
  return ask(file, event, 'reapply', { unit: APPLICANT, about: event.item });
}
