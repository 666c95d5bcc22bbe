import type { CaseFile, Letter } from '../caseFile';
import { dateInShanghai } from '../civilDate';
import type { CaseEvent } from '../event';
import type { UnitId } from '../plan';
import type { LetterKind } from '../vocabulary';
import { ask, askedOf, change, itemOf } from './items';

/** Keeps a letter that an act wrote. */
export function written(
  file: CaseFile,
  { seq, at, item }: Pick<CaseEvent, 'seq' | 'at'> & { readonly item: string },
  kind: LetterKind,
  no: string | null | undefined,
): CaseFile {
  if (!no) return file;
  const unit = writerOf(file, item);
  const on = dateInShanghai(at);
  const letter: Letter = { no, kind, seq, on, item, unit, served: null, void: false };
  return { ...file, letters: [...file.letters, letter] };
}

/** Keeps a letter that an act wrote and asks for it to be served. */
export function writtenToServe(
  file: CaseFile,
  event: Pick<CaseEvent, 'seq' | 'at'> & { readonly item: string },
  kind: LetterKind,
  no: string,
): CaseFile {
  return toBeServed(written(file, event, kind, no), event, no);
}

/** The unit in whose name the letter about a work item goes out: an extension is told by whoever asked for it. */
export function writerOf(file: CaseFile, itemId: string): UnitId {
  const item = itemOf(file, itemId);
  return item.step === 'grantExtension' ? itemOf(file, askedOf(file, item).about).unit : item.unit;
}

/** Asks for a letter to be served, unless that is asked already. */
export function toBeServed(file: CaseFile, event: Pick<CaseEvent, 'seq'>, no: string): CaseFile {
  const letter = file.letters.find((each) => each.no === no);
  if (!letter || letter.served || letter.void || serviceOf(file, no)) return file;
  return ask(file, event, 'serve', { unit: letter.unit, about: no });
}

export function served(file: CaseFile, event: CaseEvent & { type: 'letterServed' }): CaseFile {
  const { letter: no, how, on, seq } = event;
  const letters = file.letters.map((each) => (each.no === no ? { ...each, served: { how, on } } : each));
  const item = serviceOf(file, no);
  const told = { ...file, letters };
  return item === undefined ? told : change(told, item, { status: 'done', version: seq });
}

/** The open work item in which a letter waits to be served. */
function serviceOf(file: CaseFile, no: string): string | undefined {
  return Object.values(file.items).find(
    (item) => item.step === 'serve' && item.status === 'open' && file.asked[item.stepId]?.about === no,
  )?.id;
}
