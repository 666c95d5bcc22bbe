import type { CaseFile } from '../caseFile';
import type { SupervisionState } from '../supervision';

/** What a supervision's record says besides its work items. @throws RangeError for a case that is not an institution's supervision */
export function supervisionOf(file: CaseFile): SupervisionState {
  if (!file.supervision) throw new RangeError(`Case ${file.caseId} is no supervision`);
  return file.supervision;
}

/** The rules by which an institution is supervised, as pinned. @throws RangeError for a case that is not an institution's supervision */
export function supervisedBy({ caseId, itinerary: { life } }: CaseFile) {
  if (life?.kind !== 'supervision') throw new RangeError(`Case ${caseId} is no supervision`);
  return life;
}

/** With some of what its record says changed. */
export function supervised(file: CaseFile, changes: Partial<SupervisionState>): CaseFile {
  return { ...file, supervision: { ...supervisionOf(file), ...changes } };
}
