import type { CaseFile, Letter } from './caseFile';
import type { Signed } from './construction';
import { currentItem } from './process';

/**
 * The decision to grant, which is public (行政许可法 第四十条): once its applicant was told, and for as long as it stands.
 * Null where there is none.
 */
export function publishedDecision({ decisionNo, letters, outcome }: CaseFile): Letter | null {
  if (outcome !== null && outcome !== 'certified') return null;
  const granted = letters.find(({ kind, no }) => kind === 'granted' && no === decisionNo);
  return granted && isOut(granted) ? granted : null;
}

/** The rating of an evaluation, which is public once its institution was told; null where there is none. */
export function publishedRating({
  evaluation,
  letters,
}: CaseFile): NonNullable<CaseFile['evaluation']>['rated'] {
  const rated = evaluation?.rated ?? null;
  const letter = letters.find(({ kind, no }) => kind === 'rated' && no === rated?.no);
  return letter && isOut(letter) ? rated : null;
}

/** The name of a demonstration site, which is public once its institution was told, for as long as the site bears it. */
export function publishedName({ construction, letters, outcome }: CaseFile): Signed | null {
  const signed = construction?.name?.signed ?? null;
  const letter = letters.find(({ kind, no }) => kind === 'named' && no === signed?.no);
  return outcome === null && letter && isOut(letter) ? signed : null;
}

/** The letter of a filing that did not conform, which is public too (国卫办人口发〔2019〕25号), by the number of its event. */
export function publishedNonConformity({ letters }: CaseFile, seq: number): Letter | null {
  const letter = letters.find((each) => each.kind === 'nonConforming' && each.seq === seq);
  return letter && isOut(letter) ? letter : null;
}

/** Whether papers that were filed since conform. */
export function conforms(file: CaseFile): boolean {
  return currentItem(file, 'conformity')?.status === 'done';
}

/** What its addressee has; what is held back can still be amended. */
function isOut({ served, void: isVoid }: Letter): boolean {
  return served !== null && !isVoid;
}
