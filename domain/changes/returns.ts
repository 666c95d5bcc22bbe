import type { CaseFile } from '../caseFile';
import { dateInShanghai } from '../civilDate';
import type { CaseEvent, DateName } from '../event';
import type { Stage } from '../vocabulary';
import { closeItems, originOf } from './items';

/**
 * The dates that a stage gives: a case that returns to it loses them. Its acceptance it keeps: that it was accepted
 * stays true whatever the offices do among themselves (行政许可法 第四十二条).
 */
const gives: Readonly<Record<Stage, readonly DateName[]>> = {
  acceptance: [],
  jointReview: [],
  decision: ['decision'],
  registration: ['registration'],
  push: [],
  filing: ['filingReceived'],
  certificate: [],
  supervision: [],
  exit: [],
  selfAssessment: [],
  scoring: [],
  rating: [],
  construction: [],
  siteAcceptance: [],
  naming: [],
  named: [],
  supportReview: [],
  supportDecision: [],
  supported: [],
};

/** The case goes back (退回): what belongs to these stages closes, the round rises, and they begin anew. */
export function backTo(file: CaseFile, to: Stage, event: Pick<CaseEvent, 'seq' | 'at'>): CaseFile {
  const stages = stagesFrom(file, to);
  const again = new Set(stages.map(({ stage }) => stage));
  const steps = stages.flatMap((stage) => stage.steps.map((step) => step.id));
  const lost = stages.flatMap(({ stage }) => gives[stage]);
  return {
    ...closeStages(again.has('decision') ? withoutDecision(file, event) : file, again, event),
    round: file.round + 1,
    stage: to,
    current: without(file.current, steps),
    dates: { ...file.dates, ...Object.fromEntries(lost.map((name) => [name, null])) },
    returnedOn: again.has('acceptance') ? dateInShanghai(event.at) : file.returnedOn,
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

/** The stages of the case from one on. */
function stagesFrom({ itinerary }: Pick<CaseFile, 'itinerary'>, stage: Stage) {
  const index = itinerary.stages.findIndex((each) => each.stage === stage);
  return index < 0 ? [] : itinerary.stages.slice(index);
}

/** Letters are served all the same. */
function closeStages(
  file: CaseFile,
  stages: ReadonlySet<Stage>,
  event: Pick<CaseEvent, 'seq' | 'at'>,
): CaseFile {
  const closing = Object.values(file.items).filter((item) => {
    const origin = item.step === 'serve' ? null : originOf(file, item);
    return origin !== null && stages.has(origin.stage);
  });
  return closeItems(file, closing, event);
}

/** A decision that nobody was told of yet is void with what made it. */
function withoutDecision(file: CaseFile, event: Pick<CaseEvent, 'seq' | 'at'>): CaseFile {
  const letters = file.letters.map((letter) =>
    letter.no === file.decisionNo && !letter.served ? { ...letter, void: true } : letter,
  );
  const serving = Object.values(file.items).filter(
    ({ step, stepId }) => step === 'serve' && file.asked[stepId]?.about === file.decisionNo,
  );
  return { ...closeItems(file, serving, event), letters };
}

export function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
