import type { CaseFile, WorkItem } from '../caseFile';
import type { CheckLine, SupervisionState } from '../supervision';

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

/**
 * What is looked at on a visit: by its rule, or where somebody called for it, all that is its unit's to look at. Empty for
 * any other work item.
 */
export function checklistOf(
  { asked, itinerary: { life } }: Pick<CaseFile, 'asked' | 'itinerary'>,
  { step, stepId, unit }: Pick<WorkItem, 'step' | 'stepId' | 'unit'>,
): readonly CheckLine[] {
  if (step !== 'visit' || life?.kind !== 'supervision') return [];
  const rule = life.visits.find(({ id }) => id === asked[stepId]?.about);
  const rules = rule ? [rule] : life.visits.filter((visit) => visit.unit === unit);
  return rules.flatMap(({ checklist = [] }) => checklist);
}
