import type { CaseFile } from '../../../../domain/caseFile';

/** The file as if a work item had been warned of its limit. */
export function withWarning(file: CaseFile, id: string): CaseFile {
  const item = { ...file.items[id]!, warned: ['approaching'] };
  return { ...file, items: { ...file.items, [id]: item } };
}

/** The file as if its plan let the clock of acceptance go on where it stood (resumes) instead of anew. */
export function resuming(file: CaseFile): CaseFile {
  const sideRules = { ...file.itinerary.sideRules!, correction: 'resumes' as const };
  return { ...file, itinerary: { ...file.itinerary, sideRules } };
}
