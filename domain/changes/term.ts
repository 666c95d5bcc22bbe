import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { openItems } from '../process';
import { validUntilIn } from '../term';
import { answered, ask, close, closeItems } from './items';
import { supervised, supervisionOf } from './supervised';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export function licenceIssued(file: CaseFile, event: Of<'licenceIssued'>): CaseFile {
  const { no: certificateNo, validUntil } = event;
  const issued = { ...answered(file, event), certificateNo, ...(validUntil !== undefined && { validUntil }) };
  return close(issued, 'certified', event);
}

export function termEnding(file: CaseFile, { on }: Of<'termEnding'>): CaseFile {
  return noted(file, { remindedOf: on });
}

/** Nothing ends in silence, and nothing is left standing in silence. */
export function termOver(file: CaseFile, event: Of<'termOver'>): CaseFile {
  const { lead: unit } = file.itinerary;
  return ask(noted(file, { overOf: event.on }), event, 'sanction', { unit, about: OF_TERM + event.on });
}

/**
 * From here on the institution is what its change says, under the rules that its supervision has. With another last
 * day of its certificate, nobody has to ask any more what follows on the one before.
 */
export function institutionChanged(file: CaseFile, event: Of<'institutionChanged'>): CaseFile {
  const { itinerary } = event;
  const changed = { ...file, itinerary };
  if (validUntilIn(itinerary) === validUntilIn(file.itinerary)) return changed;
  const over = openItems(file).filter(({ stepId }) => file.asked[stepId]?.about.startsWith(OF_TERM));
  return closeItems(changed, over, event);
}

/** What is asked concerns the end of a certificate's term: `term-2029-11-23`. */
const OF_TERM = 'term-';

function noted(file: CaseFile, term: NonNullable<CaseFile['supervision']>['term']): CaseFile {
  return supervised(file, { term: { ...supervisionOf(file).term, ...term } });
}
