import type { Actor } from '../../domain/actor';
import type { CaseFile, Letter } from '../../domain/caseFile';
import { Refusal } from '../../domain/refusal';
import { letterKinds } from '../../domain/vocabulary';
import type { Letter as LetterContract } from '../contracts/case';
import { Problem } from '../http/problem';
import { API } from '../paths';
import { actsForApplicant } from './visibility';
import { unitName, type View } from './workItems';

export function letterView(caseId: string, letter: Letter, { plan }: Pick<View, 'plan'>): LetterContract {
  const { item: _, ...shown } = letter;
  return {
    ...shown,
    label: letterKinds[letter.kind],
    unit: unitName(plan, letter.unit),
    pdf: `${API}/cases/${caseId}/letters/${encodeURIComponent(letter.no)}`,
  };
}

/**
 * A letter, for who may read its case. One that is void was never sent: officials may look at it, where it is listed as
 * void, and the applicant never. @throws Problem where the case has no such letter; Refusal for the applicant's void one
 */
export function letterOf({ letters }: CaseFile, no: string, actor: Actor): Letter {
  const letter = letters.find((each) => each.no === no);
  if (!letter) throw new Problem('documentNotFound');
  if (letter.void && actsForApplicant(actor)) throw new Refusal('letterVoid');
  return letter;
}
