import type { ActBody, FindingAnswer } from '../act';
import type { CaseFile, WorkItem } from '../caseFile';
import { ruleOf } from '../caseClock';
import { askedOf } from '../changes/items';
import { openItems } from '../process';
import type { RefusalCode } from '../refusal';
import { procedures } from '../sideStep';
import { demand, numberOf, only, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

export const signOff: Performing<Body<'signOff'>> = (file, item, body) => {
  demand(body.opinion === 'agree' || !!body.reason?.trim(), 'reasonMissing', '/reason');
  const answers = body.answers ?? [];
  checkAnswers(file, answers);
  const answered = answers.map(({ finding }) => finding);
  return withWords(
    { type: 'signedOff', item: item.id, opinion: body.opinion, answered },
    { reason: body.reason ?? null, answers },
  );
};

/** Before a decision is proposed, every finding is answered, and nothing pends that the law makes it wait for. */
export const draft: Performing<Body<'draft'>> = (file, item, body) => {
  const answers = body.answers ?? [];
  checkAnswers(file, answers);
  const answered = answers.map(({ finding }) => finding);
  const before = file.answeredFindings.map(({ finding }) => finding);
  const open = file.itinerary.findings
    .map(({ id }) => id)
    .filter((id) => ![...before, ...answered].includes(id));
  demand(open.length === 0, 'findingsUnanswered', '/answers', open);
  checkNothingPends(file);
  return withWords(
    { type: 'decisionDrafted', item: item.id, result: body.result, answered, without: silentUnits(file) },
    { grounds: body.grounds, answers },
  );
};

export const decide: Performing<Body<'decide'>> = (file, item, { result }, context) => {
  demand(file.draft?.result === result, 'resultDiffers', '/result', [file.draft?.result ?? '']);
  checkNothingPends(file);
  return only({ type: 'decided', item: item.id, result, decidedOn: context.today, no: numberOf(context) });
};

/**
 * Every department has answered or let its time pass, every objection is answered, every procedure has its result;
 * one whose time is over no longer holds up the lead. A hearing is waited for: whoever may still ask for it has the
 * time to (行政许可法 第四十七条), and whoever has asked is heard (第四十八条).
 */
function checkNothingPends(file: CaseFile): void {
  waitsFor(file, 'reviewsPending', (item) => item.step === 'review' && !isSilent(file, item));
  waitsFor(file, 'objectionsUnanswered', ({ step }) => step === 'answer');
  waitsFor(file, 'hearingOpen', ({ step }) => step === 'requestHearing');
  waitsFor(file, 'procedurePending', ({ step, limitPassed }) => {
    const kinds: readonly string[] = procedures;
    return kinds.includes(step) && (step === 'hear' || !limitPassed);
  });
}

/** Who signs does so once the institution was heard on what was proposed to it, or let the time for it pass. */
export function checkHeardBefore(file: CaseFile, signing: WorkItem): void {
  checkHeard(file, askedOf(file, signing).about);
}

/** What the institution said against a proposal is answered by who signs it. */
export function checkAnswered(contested: boolean, answer: string | null | undefined): void {
  demand(!contested || !!answer?.trim(), 'contestUnanswered', '/answer');
}

/** The institution has answered what was proposed in a work item, was heard on it, or let the time for it pass. */
export function checkHeard(file: CaseFile, proposedIn: string): void {
  const isOfIt = ({ stepId }: WorkItem) => file.asked[stepId]?.about === proposedIn;
  waitsFor(file, 'contestOpen', (item) => item.step === 'contest' && isOfIt(item));
  waitsFor(file, 'hearingOpen', (item) => item.step === 'requestHearing' && isOfIt(item));
  waitsFor(file, 'procedurePending', (item) => item.step === 'hear' && isOfIt(item));
}

/** @throws Refusal while such items are open, naming them */
export function waitsFor(file: CaseFile, code: RefusalCode, pends: (item: WorkItem) => boolean): void {
  const pending = openItems(file).filter(pends);
  demand(
    pending.length === 0,
    code,
    '/act',
    pending.map(({ id }) => id),
  );
}

/** Past a limit after which the lead may go on without it. */
function isSilent(file: CaseFile, { stepId, limitPassed }: WorkItem): boolean {
  return limitPassed && ruleOf(file, stepId).silence === 'leadMayProceed';
}

/** The units whose silence is never agreement: the decision says that it was made without them. */
function silentUnits(file: CaseFile): string[] {
  return openItems(file)
    .filter((item) => item.step === 'review' && isSilent(file, item))
    .map(({ unit }) => unit);
}

function checkAnswers(file: CaseFile, answers: readonly FindingAnswer[]): void {
  const known = file.itinerary.findings.map((finding) => finding.id);
  answers.forEach(({ finding }, index) => {
    demand(known.includes(finding), 'unknownFinding', `/answers/${index}/finding`, known);
  });
}
