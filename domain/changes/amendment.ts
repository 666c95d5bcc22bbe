import type { CaseFile, WorkItem } from '../caseFile';
import { indicatorsOf } from '../evaluation';
import type { CaseEvent } from '../event';
import { evaluationRulesIn } from '../itinerary';
import { standsAt, waitsFor } from '../process';
import { closeItems, itemOf, originOf } from './items';
import { without } from './returns';

/**
 * An act is taken back before it is served (更正): its work item opens again and so does what the act closed; what came
 * of it closes, and its letter is void.
 */
export function amended(file: CaseFile, event: CaseEvent & { type: 'amended' }): CaseFile {
  const item = itemOf(file, event.item);
  const overtaken = Object.values(file.items).filter(
    (each) => each.status === 'open' && cameOf(file, each, item),
  );
  const forgotten: CaseFile = {
    ...reopened(closeItems(file, overtaken, event), item, event.seq),
    ...forgets(file, item),
    round: file.round + 1,
    outcome: null,
    current: without(file.current, overtaken.filter((each) => !file.asked[each.stepId]).map(stepIdOf)),
    correction: sameCorrection(file),
    answeredFindings: file.answeredFindings.filter(({ seq }) => seq !== item.version),
    letters: file.letters.map((letter) => (letter.seq === item.version ? { ...letter, void: true } : letter)),
  };
  return { ...forgotten, stage: standsAt(forgotten) ?? item.stage };
}

/** Whether somebody has acted on what came of an act: then it is too late to take it back. */
export function isBuiltUpon(file: CaseFile, item: WorkItem): boolean {
  return Object.values(file.items).some((each) => {
    // What the institution stated of a rating holds up nobody who mends what led to it.
    if (each.step === 'serve' || each.step === 'contest') return false;
    const answered = each.status === 'done' && each.version > item.version;
    if (isOfTheAct(file, each, item)) return answered;
    return follows(file, each, item) && (answered || askedSince(file, each, item));
  });
}

/** Opened since, and because of the act. */
function cameOf(file: CaseFile, each: WorkItem, item: WorkItem): boolean {
  if (each.step === 'serve') return isLetterOf(file, each, item);
  return each.openedSeq > item.version && (isOfTheAct(file, each, item) || follows(file, each, item));
}

/** Asked for by the act itself: the answer to an objection. */
function isOfTheAct(file: CaseFile, each: WorkItem, { version }: WorkItem): boolean {
  return each.stepId in file.asked && each.stepId === `${each.step}-${version}`;
}

function isLetterOf(file: CaseFile, serving: WorkItem, { version }: WorkItem): boolean {
  const no = file.asked[serving.stepId]?.about;
  return file.letters.some((letter) => letter.no === no && letter.seq === version);
}

/** Belongs to a step that had to wait for this one. */
function follows(file: CaseFile, each: WorkItem, item: WorkItem): boolean {
  const origin = originOf(file, each);
  return origin !== null && waitsFor(file, origin, item);
}

function askedSince(file: CaseFile, each: WorkItem, item: WorkItem): boolean {
  return each.stepId in file.asked && each.openedSeq > item.version;
}

/** Opens the item again, and what its act had closed; what stopped a clock there stops it still. */
function reopened(file: CaseFile, item: WorkItem, seq: number): CaseFile {
  const again = Object.values(file.items)
    .filter((each) => each.id === item.id || (each.status === 'closed' && each.version === item.version))
    .map((each): WorkItem => ({ ...each, status: 'open', version: seq }));
  const steps = new Set(again.map(stepIdOf));
  return {
    ...file,
    items: { ...file.items, ...Object.fromEntries(again.map((each) => [each.id, each])) },
    procedures: file.procedures.map((run) => (steps.has(run.stepId) ? { ...run, to: null } : run)),
  };
}

/** What the case no longer knows once a step is open again. */
function forgets(file: CaseFile, { step, unit }: WorkItem): Partial<CaseFile> {
  // A case that had returned was accepted before.
  if (step === 'accept')
    return { dates: { ...file.dates, acceptance: file.returnedOn === null ? null : file.dates.acceptance } };
  if (step === 'review') return { objections: file.objections.filter((each) => each !== unit) };
  if (step === 'draft') return { draft: null };
  if (step === 'decide') return { dates: { ...file.dates, decision: null }, decisionNo: null };
  if (step === 'score' && file.evaluation) {
    const rules = evaluationRulesIn(file.itinerary);
    const own = rules ? indicatorsOf(rules, unit) : [];
    const isOwn = (indicator: string) => own.some(({ id }) => id === indicator);
    const points = file.evaluation.points.filter(({ indicator }) => !isOwn(indicator));
    return { evaluation: { ...file.evaluation, points } };
  }
  if (step === 'register') return { dates: { ...file.dates, registration: null }, unifiedCode: null };
  return {};
}

/** What is missing is told once: the round rises, but no new list may be given for that. */
function sameCorrection({ correction, round }: CaseFile): CaseFile['correction'] {
  return correction?.round === round ? { ...correction, round: round + 1 } : correction;
}

function stepIdOf({ stepId }: WorkItem): string {
  return stepId;
}
