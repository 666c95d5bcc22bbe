import type { CaseFile } from '../caseFile';
import { dateInShanghai } from '../civilDate';
import type { CaseEvent, DateName } from '../event';
import type { Stage, Step } from '../vocabulary';
import { closeOpenItems, itemOf } from './items';

/** The dates that a stage gives: a case that returns to it loses them. */
const gives: Readonly<Record<Stage, readonly DateName[]>> = {
  acceptance: ['acceptance'],
  jointReview: [],
  decision: ['decision'],
  registration: ['registration'],
  push: [],
  filing: ['filingReceived'],
  certificate: [],
};

/** The stages of the case from one on. */
export function stagesFrom({ itinerary }: Pick<CaseFile, 'itinerary'>, stage: Stage) {
  const index = itinerary.stages.findIndex((each) => each.stage === stage);
  return index < 0 ? [] : itinerary.stages.slice(index);
}

/** The case goes back (退回): what is open closes, the round rises, and the later stages begin anew. */
export function backTo(file: CaseFile, to: Stage, { seq, at }: Pick<CaseEvent, 'seq' | 'at'>): CaseFile {
  const stages = stagesFrom(file, to);
  const steps = stages.flatMap((stage) => stage.steps.map((step) => step.id));
  const again = new Set(stages.map(({ stage }) => stage));
  const lost = stages.flatMap(({ stage }) => gives[stage]);
  return {
    ...closeOpenItems(file, seq),
    round: file.round + 1,
    stage: to,
    outcome: null,
    current: without(file.current, steps),
    dates: { ...file.dates, ...Object.fromEntries(lost.map((name) => [name, null])) },
    returnedOn: again.has('acceptance') ? dateInShanghai(at) : file.returnedOn,
    objections: again.has('jointReview') ? [] : file.objections,
    draft: again.has('decision') ? null : file.draft,
    decisionNo: again.has('decision') ? null : file.decisionNo,
    unifiedCode: again.has('registration') ? null : file.unifiedCode,
    receiptNo: again.has('filing') ? null : file.receiptNo,
  };
}

/** The papers do not conform: they are filed and checked again; the receipt of the first stands. */
export function filedAgain(file: CaseFile): CaseFile {
  return { ...file, round: file.round + 1, current: without(file.current, ['file', 'conformity']) };
}

/** An act is taken back before it is served (更正): its work item opens again, what came of it closes. */
export function amended(file: CaseFile, event: CaseEvent & { type: 'amended' }): CaseFile {
  const item = itemOf(file, event.item);
  const overtaken = Object.values(file.items).filter(
    (each) => each.status === 'open' && each.openedSeq > item.version,
  );
  const closed = overtaken.map((each) => ({ ...each, status: 'closed' as const, version: event.seq }));
  const reopened = { ...item, status: 'open' as const, version: event.seq };
  return {
    ...file,
    ...forgets(file, item.step, item.unit),
    round: file.round + 1,
    stage: item.stage,
    outcome: null,
    items: { ...file.items, ...Object.fromEntries([...closed, reopened].map((each) => [each.id, each])) },
    current: without(
      file.current,
      closed.filter(({ stepId }) => !file.asked[stepId]).map(({ stepId }) => stepId),
    ),
    letters: file.letters.map((letter) =>
      letter.item === item.id && !letter.served ? { ...letter, void: true } : letter,
    ),
  };
}

/** What the case no longer knows once a step is open again. */
function forgets(file: CaseFile, step: Step, unit: string): Partial<CaseFile> {
  if (step === 'accept') return { dates: { ...file.dates, acceptance: null } };
  if (step === 'review') return { objections: file.objections.filter((each) => each !== unit) };
  if (step === 'draft') return { draft: null };
  if (step === 'decide') return { dates: { ...file.dates, decision: null }, decisionNo: null };
  if (step === 'register') return { dates: { ...file.dates, registration: null }, unifiedCode: null };
  return {};
}

function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
