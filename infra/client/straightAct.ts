import { randomUUID } from 'node:crypto';
import type { Act, ActBody, FindingAnswer } from '../../domain/act';
import { answererRole } from '../../domain/actRules';
import { dateInShanghai } from '../../domain/civilDate';
import { indicatorsOf } from '../../domain/evaluation';
import { evaluationRulesIn } from '../../domain/itinerary';
import type { UnitId } from '../../domain/plan';
import { sideSteps } from '../../domain/sideStep';
import { asItShouldBe } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';
import { applicantFor, officialOf } from './people';
import type { CaseView, WorkItemView } from './wire';

/** What the people of a demonstration write where an act asks for words or numbers. */
export interface Words {
  /** Given by the registrar. */
  readonly unifiedCode: string | null;
  readonly grounds: string;
  readonly findingAnswer: string;
  /** For each indicator of an evaluation; 85 where none is given. */
  readonly points?: number;
  /** The date; the machine's where none is given. */
  readonly today?: string;
}

/** The act that answers each step on the way to a certificate. */
export const straightActs = {
  accept: 'accept',
  review: 'signOff',
  draft: 'draft',
  decide: 'decide',
  endorse: 'endorse',
  register: 'register',
  push: 'confirmPush',
  file: 'file',
  receipt: 'issueReceipt',
  conformity: 'confirm',
  issue: 'issue',
  correct: 'correct',
  answer: 'answerObjection',
  inspect: 'recordResult',
  test: 'recordResult',
  appraise: 'recordResult',
  requestHearing: 'waiveHearing',
  hear: 'recordResult',
  forwardExtension: 'forwardExtension',
  grantExtension: 'grantExtension',
  advise: 'advise',
  reapply: 'reapply',
  serve: 'serve',
  confirmRepair: 'confirmRepair',
  visit: 'recordVisit',
  handleComplaint: 'answerComplaint',
  followUpIncident: 'concludeIncident',
  orderRectification: 'orderRectification',
  rectify: 'reportRectification',
  reinspect: 'recordReinspection',
  sanction: 'declineExit',
  decideExit: 'decideExit',
  suspend: 'declineSuspension',
  decideSuspension: 'decideSuspension',
  lift: 'liftSuspension',
  contest: 'waiveContest',
  place: 'reportPlacement',
  deregister: 'deregister',
  closeFiling: 'closeFiling',
  selfAssess: 'selfAssess',
  score: 'score',
  rate: 'proposeRating',
  confirmRating: 'confirmRating',
  build: 'reportMilestone',
  examineSite: 'examineSite',
  acceptSite: 'acceptSite',
  proposeName: 'proposeName',
  signName: 'signName',
  considerLoss: 'declineLoss',
  signLoss: 'signLoss',
  followUp: 'followUp',
  submitSupport: 'submitSupport',
  examineSupport: 'examineSupport',
  opineSupport: 'opineSupport',
  draftSupport: 'draftSupport',
  signSupport: 'signSupport',
  paySupport: 'paySupport',
  recheckSupport: 'recheckSupport',
  considerSupportEnd: 'keepSupport',
  signSupportEnd: 'signSupportEnd',
} as const satisfies Record<Step, Act>;

/** Whether a person is awaited: pushes and letters go out by themselves. */
export function awaitsPerson({ status, step }: Pick<WorkItemView, 'status' | 'step'>): boolean {
  return status === 'open' && step !== 'push' && step !== 'serve';
}

/** What people can go on with: what acts asked for comes first, since the way goes on once it is answered. */
export function nextItems<T extends Pick<WorkItemView, 'status' | 'step'>>(
  items: readonly T[],
): readonly T[] {
  const asked: readonly Step[] = sideSteps;
  const waiting = items.filter(awaitsPerson);
  const first = waiting.filter(({ step }) => asked.includes(step));
  return first.length > 0 ? first : waiting;
}

/** Who answers a work item with an act: the unit's person with the role, or who applied. */
export function answererOf(file: CaseView, item: WorkItemView, act: Act, number = 1): string {
  const role = answererRole(act, item.step);
  return role === 'applicant' ? applicantFor(file.application.facts) : officialOf(item.unit.id, role, number);
}

/** That act with all that it says, as one who reads the case would; null where the system does it by itself. */
export function straightAct(file: CaseView, item: WorkItemView, words: Words): ActBody | null {
  const make: Record<Step, () => ActBody | null> = {
    accept: () => ({ act: 'accept' }),
    review: () => review(file, item, words),
    draft: () => ({
      act: 'draft',
      result: 'granted',
      grounds: words.grounds,
      answers: answersOf(file, words),
    }),
    decide: () => ({ act: 'decide', result: 'granted' }),
    endorse: () => ({
      act: 'endorse',
      documentNo: `示例〔${today(words).slice(0, 4)}〕${randomUUID().slice(0, 8)}号`,
    }),
    register: () => ({ act: 'register', unifiedCode: codeOf(file, words), registeredOn: today(words) }),
    push: () => null,
    file: () => ({ act: 'file', materials: papersOf(file) }),
    receipt: () => ({ act: 'issueReceipt' }),
    conformity: () => ({ act: 'confirm' }),
    issue: () => ({ act: 'issue' }),
    correct: () => ({ act: 'correct', answers: correctionsOf(file, words) }),
    answer: () => ({ act: 'answerObjection', answer: words.findingAnswer }),
    inspect: () => result(words),
    test: () => result(words),
    appraise: () => result(words),
    requestHearing: () => ({ act: 'waiveHearing' }),
    hear: () => result(words),
    forwardExtension: () => ({ act: 'forwardExtension', opinion: words.grounds }),
    grantExtension: () => ({ act: 'grantExtension' }),
    advise: () => ({ act: 'advise', advice: words.grounds }),
    reapply: () => ({ act: 'reapply', answer: words.grounds }),
    serve: () => null,
    confirmRepair: () => ({ act: 'confirmRepair' }),
    visit: () => ({
      act: 'recordVisit',
      visitedOn: today(words),
      report: words.grounds,
      findings: [],
      checked: asItShouldBe(item.checklist ?? []),
    }),
    handleComplaint: () => ({ act: 'answerComplaint', result: 'unfounded', answer: words.grounds }),
    followUpIncident: () => ({ act: 'concludeIncident', result: 'noFault', report: words.grounds }),
    orderRectification: () => ({ act: 'orderRectification', days: 15, demands: words.grounds }),
    rectify: () => ({ act: 'reportRectification', report: words.grounds }),
    reinspect: () => ({
      act: 'recordReinspection',
      result: 'passed',
      visitedOn: today(words),
      report: words.grounds,
    }),
    sanction: () => ({ act: 'declineExit', reason: words.grounds }),
    decideExit: () => exitDecision(file),
    suspend: () => ({ act: 'declineSuspension', reason: words.grounds }),
    decideSuspension: () => ({ act: 'decideSuspension' }),
    lift: () => ({ act: 'liftSuspension', grounds: words.grounds }),
    contest: () => ({ act: 'waiveContest' }),
    place: () => ({ act: 'reportPlacement', childrenLeft: 0, staffLeft: 0, report: words.grounds }),
    deregister: () => ({ act: 'deregister', deregisteredOn: today(words) }),
    closeFiling: () => ({ act: 'closeFiling' }),
    selfAssess: () => ({ act: 'selfAssess', report: words.grounds }),
    score: () => ({ act: 'score', points: pointsOf(file, item, words) }),
    rate: () => ({ act: 'proposeRating', grounds: words.grounds }),
    confirmRating: () => ({ act: 'confirmRating', rating: file.evaluation?.proposal?.rating ?? null }),
    build: () => ({ act: 'reportMilestone', reachedOn: today(words), remark: words.grounds }),
    examineSite: () => ({
      act: 'examineSite',
      result: 'passed',
      visitedOn: today(words),
      report: words.grounds,
    }),
    acceptSite: () => ({ act: 'acceptSite', visitedOn: today(words), report: words.grounds }),
    proposeName: () => ({ act: 'proposeName', grounds: words.grounds }),
    signName: () => ({ act: 'signName' }),
    considerLoss: () => ({ act: 'declineLoss', reason: words.grounds }),
    signLoss: () => ({ act: 'signLoss' }),
    followUp: () => ({ act: 'followUp', report: words.grounds }),
    submitSupport: () => ({ act: 'submitSupport' }),
    examineSupport: () => ({ act: 'examineSupport', result: 'passed', report: words.grounds }),
    opineSupport: () => ({ act: 'opineSupport', result: 'passed', report: words.grounds }),
    draftSupport: () => ({ act: 'draftSupport', ...grantedIn(file), grounds: words.grounds }),
    signSupport: () => ({ act: 'signSupport', result: file.support?.draft?.result ?? 'granted' }),
    paySupport: () => ({
      act: 'paySupport',
      paidOn: today(words),
      yuan: file.support?.granted?.yuan ?? 0,
      remark: words.grounds,
    }),
    recheckSupport: () => ({ act: 'recheckSupport', result: 'passed', report: words.grounds }),
    considerSupportEnd: () => ({ act: 'keepSupport', reason: words.grounds }),
    signSupportEnd: () => ({ act: 'signSupportEnd' }),
  };
  return make[item.step]();
}

/** The filing authority knows the standards best: where it reviews, it answers what was found. */
function review(file: CaseView, item: WorkItemView, words: Words): ActBody {
  const answers = item.unit.id === filingAuthorityOf(file) ? answersOf(file, words) : [];
  return { act: 'signOff', opinion: 'agree', ...(answers.length > 0 ? { answers } : {}) };
}

function filingAuthorityOf(file: CaseView): UnitId | undefined {
  const steps = file.itinerary.stages.flatMap((stage) => stage.steps);
  return steps.find(({ step }) => step === 'receipt')?.unit;
}

function answersOf({ itinerary, answeredFindings }: CaseView, { findingAnswer }: Words): FindingAnswer[] {
  return itinerary.findings
    .filter(({ id }) => !answeredFindings.includes(id))
    .map(({ id }) => ({ finding: id, answer: findingAnswer }));
}

function exitDecision({ supervision }: CaseView): ActBody | null {
  const measure = supervision?.exit?.measure;
  return measure === undefined ? null : { act: 'decideExit', measure };
}

/** Granted where every condition is met: the same amount everywhere where it is paid. */
function grantedIn({ itinerary: { life } }: CaseView) {
  const isMet = life?.kind === 'support' && life.checked.every(({ holds }) => holds);
  const yuan = isMet && life.measure.paid ? 10_000 : null;
  return { result: isMet ? ('granted' as const) : ('refused' as const), yuan };
}

/** Where nobody says otherwise every indicator of the unit is well. */
function pointsOf({ itinerary }: CaseView, { unit }: WorkItemView, { grounds, points = 85 }: Words) {
  const rules = evaluationRulesIn(itinerary);
  const own = rules ? indicatorsOf(rules, unit.id) : [];
  return own.map(({ id }) => ({ indicator: id, points, evidence: grounds }));
}

/** @throws RangeError where a case registers and nobody said under which code */
function codeOf({ caseId, application }: CaseView, { unifiedCode }: Words): string {
  const code = unifiedCode ?? application.facts.existingRegistration?.unifiedCode;
  if (code === undefined) throw new RangeError(`Case ${caseId}: no unified code to register under`);
  return code;
}

function correctionsOf({ correction }: CaseView, { findingAnswer }: Words) {
  const { nos = [], closed = [] } = correction ?? {};
  return nos.filter((no) => !closed.includes(no)).map((no) => ({ no, answer: findingAnswer }));
}

function result(words: Words): ActBody {
  return { act: 'recordResult', result: 'passed', heldOn: today(words), report: words.grounds };
}

function papersOf({ itinerary }: CaseView): string[] {
  return itinerary.materials.filter(({ stage }) => stage === 'filing').map(({ id }) => id);
}

function today({ today: given }: Words): string {
  return given ?? dateInShanghai(new Date());
}
