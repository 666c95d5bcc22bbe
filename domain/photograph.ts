import type { Actor } from './actor';
import type { CaseFile, WorkItem } from './caseFile';
import { APPLICANT } from './itinerary';
import type { PaperKind } from './paper';
import type { RefusalCode } from './refusal';
import type { Step } from './vocabulary';

/** What a work item of supervision is shown by besides words: what an inspector saw, what the institution mended. */
export const shownBy: Readonly<Partial<Record<Step, 'photograph' | 'proof'>>> = {
  visit: 'photograph',
  reinspect: 'photograph',
  rectify: 'proof',
};

/** What may be handed in as which: a photograph is an image, a proof may be a document too. */
export const kindsOf: Readonly<Record<'photograph' | 'proof', readonly PaperKind[]>> = {
  photograph: ['jpeg', 'png'],
  proof: ['jpeg', 'png', 'pdf'],
};

/**
 * Why an actor may not show more in a work item now, or null where they may: the reviewers of its unit of their visit,
 * the institution of what it rectifies, while the item is open and after its answer, until the case is closed.
 */
export function whyNotShow(
  file: CaseFile,
  { step, unit, status }: Pick<WorkItem, 'step' | 'unit' | 'status'>,
  actor: Actor,
): RefusalCode | null {
  if (file.outcome !== null) return 'caseClosed';
  if (shownBy[step] === undefined) return 'wrongStep';
  return permitted(file, unit, actor) ?? (status === 'closed' ? 'itemNotOpen' : null);
}

function permitted(
  file: CaseFile,
  unit: string,
  { roles, organisation, unit: own }: Actor,
): RefusalCode | null {
  if (unit === APPLICANT) {
    if (!roles.includes('applicant')) return 'roleMissing';
    return organisation === file.organisation ? null : 'notYourCase';
  }
  if (!roles.includes('reviewer')) return 'roleMissing';
  return unit === own ? null : 'notYourUnit';
}
