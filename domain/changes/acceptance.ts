import type { CaseFile } from '../caseFile';
import { dateInShanghai } from '../civilDate';
import type { CaseEvent } from '../event';
import { APPLICANT } from '../itinerary';
import { answered, ask, askedOf, change, closeAskedIn, itemOf, sideRulesIn } from './items';
import { written } from './letters';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/**
 * What the applicant still had to correct is corrected no more. Where a case had returned, its first acceptance
 * stands: the limit for the decision runs from there (行政许可法 第四十二条), and no return among offices puts it off.
 */
export function accepted(file: CaseFile, event: Of<'accepted' | 'deemedAccepted'>): CaseFile {
  const acceptance = file.dates.acceptance ?? event.acceptedOn;
  const settled = closeAskedIn(answered(file, event), event.item, event);
  return { ...settled, dates: { ...file.dates, acceptance } };
}

/** The limit passed in silence, and the application is accepted by law: nobody takes that back. */
export function deemedAccepted(file: CaseFile, event: Of<'deemedAccepted'>): CaseFile {
  return change(accepted(file, event), event.item, { limitPassed: true });
}

/** One numbered list of all that is missing (行政许可法 第三十二条): the clerk waits for the applicant. */
export function correctionRequested(file: CaseFile, event: Of<'correctionRequested'>): CaseFile {
  const { item, nos, on: from } = event;
  const correction = { item, round: file.round, nos, closed: [], from, to: null };
  const asked = ask({ ...file, correction }, event, 'correct', { unit: APPLICANT, about: item });
  return written(asked, event, 'correction', event.letter);
}

/** Numbers of the list are closed; with the last one, acceptance goes on as the plan says. */
export function corrected(file: CaseFile, event: Of<'corrected'>): CaseFile {
  const { correction } = file;
  if (!correction) throw new RangeError(`Case ${file.caseId}: nothing was to be corrected`);
  const closed = [...correction.closed, ...event.nos];
  const noted = { ...file, correction: { ...correction, closed, to: event.completedOn } };
  if (event.completedOn === null) return change(noted, event.item, { version: event.seq });
  const done = answered(noted, event);
  return sideRulesIn(file).correction === 'restarts' ? restarted(done, event.item, event) : done;
}

/** The clock of the work item that waited for the applicant begins anew, and its warnings with it. */
export function restarted(
  file: CaseFile,
  answeredItem: string,
  { seq, at }: Pick<CaseEvent, 'seq' | 'at'>,
): CaseFile {
  const { about } = askedOf(file, itemOf(file, answeredItem));
  return {
    ...change(file, about, { warned: [], version: seq }),
    restartedOn: { ...file.restartedOn, [about]: dateInShanghai(at) },
  };
}
