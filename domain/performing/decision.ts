import type { ActBody, FindingAnswer } from '../act';
import type { CaseFile } from '../caseFile';
import { ruleOf } from '../caseClock';
import { openItems } from '../process';
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

/** Every finding and every objection is answered, and every procedure over, before a decision is proposed. */
export const draft: Performing<Body<'draft'>> = (file, item, body) => {
  const answers = body.answers ?? [];
  checkAnswers(file, answers);
  const answered = answers.map(({ finding }) => finding);
  const open = file.itinerary.findings
    .map(({ id }) => id)
    .filter((id) => ![...file.answeredFindings, ...answered].includes(id));
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

/** An objection is answered, and a procedure has its result; one whose time is over no longer holds up the lead. */
function checkNothingPends(file: CaseFile): void {
  const open = openItems(file);
  const objections = open.filter(({ step }) => step === 'answer').map(({ id }) => id);
  demand(objections.length === 0, 'objectionsUnanswered', '/act', objections);
  const running = open
    .filter(({ step, limitPassed }) => (procedures as readonly string[]).includes(step) && !limitPassed)
    .map(({ id }) => id);
  demand(running.length === 0, 'procedurePending', '/act', running);
}

/** The units whose silence is never agreement: the decision says that it was made without them. */
function silentUnits(file: CaseFile): string[] {
  return openItems(file)
    .filter((item) => item.step === 'review' && ruleOf(file, item.stepId).silence === 'leadMayProceed')
    .map(({ unit }) => unit);
}

function checkAnswers(file: CaseFile, answers: readonly FindingAnswer[]): void {
  const known = file.itinerary.findings.map((finding) => finding.id);
  answers.forEach(({ finding }, index) => {
    demand(known.includes(finding), 'unknownFinding', `/answers/${index}/finding`, known);
  });
}
