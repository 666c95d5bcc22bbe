import type { Act } from './act';
import type { Actor } from './actor';
import type { Role, Stage, Step } from './vocabulary';

/**
 * Who may do what: the roles an act needs, and either the steps that it answers (`done`: that it takes back)
 * or the stages in which it is open to the case itself. `at` the counter it is done for the applicant who came there.
 */
export type ActRule =
  | {
      readonly roles: readonly Role[];
      readonly steps: readonly Step[];
      readonly on?: 'done';
      readonly at?: 'counter';
    }
  | {
      readonly roles: readonly Role[];
      readonly stages: readonly Stage[] | 'any';
      /** Whose case it must be; `decider` is the unit that decides it, `supervisor` any that inspects the institution. */
      readonly of: 'applicant' | 'decider' | 'supervisor' | 'anybody';
      readonly at?: 'counter';
    };

const one = (role: Role, ...steps: Step[]): ActRule => ({ roles: [role], steps });

const procedural: ActRule = {
  roles: ['reviewer', 'caseOfficer'],
  steps: ['inspect', 'test', 'appraise', 'hear'],
};
/** What an official ordered an official calls off; a hearing the applicant asked for is held (第四十七条). */
const callable: ActRule = { roles: procedural.roles, steps: ['inspect', 'test', 'appraise'] };
const serving: ActRule = {
  roles: ['intakeClerk', 'caseOfficer', 'reviewer', 'registrar', 'filingOfficer'],
  steps: ['serve'],
};
/** The steps that a unit's people answer on the way, with the role that does. */
const answering: readonly ActRule[] = [
  one('intakeClerk', 'accept'),
  one('reviewer', 'review'),
  one('caseOfficer', 'draft'),
  one('decisionMaker', 'decide', 'endorse'),
  one('registrar', 'register'),
  one('reviewer', 'score'),
];
const filing: ActRule = one('filingOfficer', 'receipt', 'conformity', 'issue');
/** What is answered in the life of an institution or of a site, and not taken back: what follows from it is served or seen at once. */
const ofLife: readonly ActRule[] = [
  one('reviewer', 'visit', 'reinspect', 'examineSite', 'examineSupport', 'opineSupport', 'recheckSupport'),
  one(
    'caseOfficer',
    'handleComplaint',
    'followUpIncident',
    'orderRectification',
    'sanction',
    'suspend',
    'rate',
    'build',
    'acceptSite',
    'proposeName',
    'considerLoss',
    'followUp',
    'draftSupport',
    'considerSupportEnd',
    'paySupport',
  ),
  one(
    'decisionMaker',
    'decideExit',
    'decideSuspension',
    'lift',
    'confirmRating',
    'signName',
    'signLoss',
    'signSupport',
    'signSupportEnd',
  ),
  one('registrar', 'deregister'),
  one('filingOfficer', 'closeFiling'),
];
const taking: readonly ActRule[] = [
  ...answering,
  filing,
  one('caseOfficer', 'answer'),
  procedural,
  serving,
  ...ofLife,
];
/** The head gives a unit's work to somebody else. */
const givingAway: readonly ActRule[] = taking.map((rule) => ({ ...rule, roles: ['head'] as const }));
const applicants = (...stages: Stage[]): ActRule => ({ roles: ['applicant'], stages, of: 'applicant' });
/** What applicants do, the clerks of the counter do too for those whose application came in there on paper. */
const orAtCounter = (...rules: ActRule[]): ActRule[] => [
  ...rules,
  ...rules.map((rule): ActRule => ({ ...rule, roles: ['intakeClerk'], at: 'counter' })),
];
/** The people of any unit that watches over the institution. */
const supervisors: ActRule = {
  roles: ['reviewer', 'caseOfficer', 'head'],
  stages: ['supervision'],
  of: 'supervisor',
};
/** The leading group's office, whose people are its coordinators. */
const office = (...stages: Stage[]): ActRule => ({ roles: ['coordinator'], stages, of: 'anybody' });
const anyCase = (...roles: Role[]): ActRule => ({ roles, stages: 'any', of: 'anybody' });

/**
 * The one table of who may do what. An official must belong to the unit of the work item and hold the role that
 * answers its step; an applicant must belong to the organisation that applied.
 */
export const actRules: Readonly<Record<Act, readonly ActRule[]>> = {
  accept: [one('intakeClerk', 'accept')],
  decline: [one('intakeClerk', 'accept')],
  requestCorrection: [one('intakeClerk', 'accept')],
  correct: orAtCounter(one('applicant', 'correct')),
  claim: taking,
  release: [...taking, ...givingAway],
  delegate: [...taking, ...givingAway],
  signOff: [one('reviewer', 'review')],
  answerObjection: [one('caseOfficer', 'answer')],
  order: [one('reviewer', 'review'), one('caseOfficer', 'draft')],
  schedule: [procedural],
  recordResult: [procedural],
  callOff: [callable],
  offerHearing: [one('caseOfficer', 'draft')],
  requestHearing: [one('applicant', 'requestHearing')],
  waiveHearing: [one('applicant', 'requestHearing')],
  draft: [one('caseOfficer', 'draft')],
  returnDraft: [one('decisionMaker', 'decide')],
  decide: [one('decisionMaker', 'decide')],
  requestExtension: [
    one('caseOfficer', 'draft'),
    one('decisionMaker', 'decide'),
    one('registrar', 'register'),
  ],
  forwardExtension: [one('coordinator', 'forwardExtension')],
  grantExtension: [one('head', 'grantExtension')],
  declineExtension: [one('head', 'grantExtension')],
  consult: [one('caseOfficer', 'draft'), one('decisionMaker', 'decide'), one('registrar', 'register')],
  advise: [{ roles: ['head', 'coordinator'], steps: ['advise'] }],
  remand: [
    { roles: ['caseOfficer'], stages: ['jointReview'], of: 'decider' },
    one('caseOfficer', 'draft'),
    one('decisionMaker', 'decide'),
    filing,
  ],
  endorse: [one('decisionMaker', 'endorse')],
  declineEndorsement: [one('decisionMaker', 'endorse')],
  register: [one('registrar', 'register')],
  declineRegistration: [one('registrar', 'register')],
  reapply: [one('applicant', 'reapply')],
  confirmPush: [one('system', 'push')],
  file: [one('applicant', 'file')],
  issueReceipt: [one('filingOfficer', 'receipt')],
  confirm: [one('filingOfficer', 'conformity')],
  findNonConforming: [one('filingOfficer', 'conformity')],
  issue: [one('filingOfficer', 'issue')],
  withdraw: orAtCounter(applicants('acceptance', 'jointReview', 'decision'), one('applicant', 'reapply')),
  amend: answering.map((rule) => ({ ...rule, on: 'done' as const })),
  serve: [serving],
  acknowledge: [{ roles: ['applicant'], stages: 'any', of: 'applicant' }],
  confirmService: [anyCase('system')],
  reportUndeliverable: [anyCase('system')],
  reassign: [anyCase('administrator')],
  proposeRepair: [anyCase('administrator')],
  confirmRepair: [one('administrator', 'confirmRepair')],
  declineRepair: [one('administrator', 'confirmRepair')],
  intervene: [anyCase('administrator')],
  callVisit: [supervisors],
  callSuspension: [supervisors],
  proposeSuspension: [one('caseOfficer', 'suspend')],
  proposeImmediateSuspension: [one('caseOfficer', 'suspend')],
  declineSuspension: [one('caseOfficer', 'suspend')],
  returnSuspension: [one('decisionMaker', 'decideSuspension')],
  decideSuspension: [one('decisionMaker', 'decideSuspension')],
  liftSuspension: [one('decisionMaker', 'lift')],
  answerComplaint: [one('caseOfficer', 'handleComplaint')],
  reportIncident: [applicants('supervision', 'exit')],
  enterStaff: [applicants('supervision')],
  changeStaff: [applicants('supervision')],
  removeStaff: [applicants('supervision')],
  concludeIncident: [one('caseOfficer', 'followUpIncident')],
  recordVisit: [one('reviewer', 'visit')],
  settleFindings: [one('caseOfficer', 'orderRectification')],
  orderRectification: [one('caseOfficer', 'orderRectification', 'sanction')],
  reportRectification: [one('applicant', 'rectify')],
  recordReinspection: [one('reviewer', 'reinspect')],
  requestExit: [applicants('supervision')],
  proposeExit: [one('caseOfficer', 'sanction')],
  declineExit: [one('caseOfficer', 'sanction')],
  returnExit: [one('decisionMaker', 'decideExit')],
  decideExit: [one('decisionMaker', 'decideExit')],
  reportPlacement: [one('applicant', 'place')],
  deregister: [one('registrar', 'deregister')],
  closeFiling: [one('filingOfficer', 'closeFiling')],
  selfAssess: [one('applicant', 'selfAssess')],
  score: [one('reviewer', 'score')],
  proposeRating: [one('caseOfficer', 'rate')],
  contest: [one('applicant', 'contest')],
  waiveContest: [one('applicant', 'contest')],
  returnRating: [one('decisionMaker', 'confirmRating')],
  confirmRating: [one('decisionMaker', 'confirmRating')],
  confer: [anyCase('coordinator')],
  followUp: [one('caseOfficer', 'followUp')],
  submitSupport: [one('applicant', 'submitSupport')],
  examineSupport: [one('reviewer', 'examineSupport')],
  opineSupport: [one('reviewer', 'opineSupport')],
  draftSupport: [one('caseOfficer', 'draftSupport')],
  returnSupport: [one('decisionMaker', 'signSupport')],
  signSupport: [one('decisionMaker', 'signSupport')],
  paySupport: [one('caseOfficer', 'paySupport')],
  recheckSupport: [one('reviewer', 'recheckSupport')],
  proposeSupportEnd: [one('caseOfficer', 'considerSupportEnd')],
  keepSupport: [one('caseOfficer', 'considerSupportEnd'), one('decisionMaker', 'signSupportEnd')],
  signSupportEnd: [one('decisionMaker', 'signSupportEnd')],
  waiveSupport: [applicants('supportReview', 'supportDecision', 'supported')],
  reportMilestone: [one('caseOfficer', 'build')],
  reschedule: [office('construction')],
  linkLicence: [office('construction', 'siteAcceptance', 'naming')],
  discontinue: [office('construction', 'siteAcceptance', 'naming')],
  examineSite: [one('reviewer', 'examineSite')],
  acceptSite: [one('caseOfficer', 'acceptSite')],
  returnSite: [one('caseOfficer', 'acceptSite')],
  proposeName: [one('caseOfficer', 'proposeName')],
  returnName: [one('decisionMaker', 'signName')],
  declineName: [one('decisionMaker', 'signName')],
  signName: [one('decisionMaker', 'signName')],
  raiseLoss: [office('named')],
  proposeLoss: [one('caseOfficer', 'considerLoss')],
  declineLoss: [one('caseOfficer', 'considerLoss'), one('decisionMaker', 'signLoss')],
  signLoss: [one('decisionMaker', 'signLoss')],
};

/** Whether an official who does the act does it at the counter, for the applicant. */
export function isDoneAtCounter(act: Act, { unit }: Pick<Actor, 'unit'>): boolean {
  return unit !== null && actRules[act].some(({ at }) => at === 'counter');
}

/** Whoever does an act first of all: on a step where it is named. @throws RangeError where nobody may */
export function answererRole(act: Act, step?: Step): Role {
  const onStep = actRules[act].find((rule) => 'steps' in rule && step && rule.steps.includes(step));
  const role = (onStep ?? actRules[act][0])?.roles[0];
  if (role === undefined) throw new RangeError(`Nobody may ${act}`);
  return role;
}

/** The roles of a unit that answer a step (heads, who only give it away, aside). */
export function rolesAnswering(step: Step): Role[] {
  const rules = [...taking, ...actRules.advise, ...actRules.forwardExtension, ...actRules.grantExtension];
  return [
    ...new Set(rules.flatMap((rule) => ('steps' in rule && rule.steps.includes(step) ? rule.roles : []))),
  ];
}
