import type { CaseFile, Letter } from '../../domain/caseFile';
import { Refusal } from '../../domain/refusal';
import { letterKinds } from '../../domain/vocabulary';
import type { Letter as LetterContract } from '../contracts/case';
import { Problem } from '../http/problem';
import { API } from '../paths';
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

/** A letter that counts. @throws Problem where the case has no such letter; Refusal where it was amended away */
export function letterOf({ letters }: CaseFile, no: string): Letter {
  const letter = letters.find((each) => each.no === no);
  if (!letter) throw new Problem('documentNotFound');
  if (letter.void) throw new Refusal('letterVoid');
  return letter;
}
