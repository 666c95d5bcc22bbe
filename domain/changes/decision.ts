import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { answered, ask, close, closeAllBut, itemOf, returnedTo, unitOfStep } from './items';
import { writtenToServe } from './letters';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** An objection goes to whoever decides, who answers it on the record. */
export function signedOff(file: CaseFile, event: Of<'signedOff'>): CaseFile {
  const { unit } = itemOf(file, event.item);
  const noted = examined(answered(file, event), event);
  if (event.opinion === 'agree') return noted;
  const objected = { ...noted, objections: [...file.objections, unit] };
  return ask(objected, event, 'answer', { unit: unitOfStep(file, 'draft'), about: event.item });
}

export function drafted(file: CaseFile, event: Of<'decisionDrafted'>): CaseFile {
  return {
    ...examined(answered(file, event), event),
    draft: { by: event.actor.sub, result: event.result },
  };
}

/** The draft waits for its officer again; the signature is asked for anew once it is redrafted. */
export function draftReturned(file: CaseFile, event: Of<'draftReturned'>): CaseFile {
  const draftItem = file.current.draft;
  if (!draftItem) throw new RangeError(`Case ${file.caseId} has no draft to return`);
  return { ...returnedTo(file, draftItem, event), draft: null };
}

/** The document is to be served whatever was decided (行政许可法 第四十四条). */
export function decided(file: CaseFile, event: Of<'decided'>): CaseFile {
  const signed: CaseFile = {
    ...closeAllBut(answered(file, event), ['serve', 'confirmRepair', 'followUp'], event),
    decisionNo: event.no,
    dates: { ...file.dates, decision: event.decidedOn },
  };
  const over = event.result === 'granted' ? signed : close(signed, 'refused', event);
  return writtenToServe(over, event, event.result, event.no);
}

/** Who examined the case, and which findings they answered. */
function examined(file: CaseFile, { actor, seq, answered }: Of<'signedOff' | 'decisionDrafted'>): CaseFile {
  return {
    ...file,
    examiners: [...new Set([...file.examiners, actor.sub])],
    answeredFindings: [...file.answeredFindings, ...answered.map((finding) => ({ finding, seq }))],
  };
}
