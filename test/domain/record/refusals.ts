import type { ActBody } from '../../../domain/act';
import { type Actor, systemActor } from '../../../domain/actor';
import type { RefusalCode } from '../../../domain/refusal';
import { UNIFIED_CODE } from '../../world/answers';
import { applicant, official } from '../../world/people';
import { answerTo, clerk, closed, flawed, officer, refusalDrafted, signer } from './stories';
import { idOf, type Story, wayTo } from './story';

/** An act that the record refuses. */
interface Refused {
  readonly story: Story;
  /** The id of the work item; null for an act on the case. */
  readonly item: string | null;
  readonly body: ActBody;
  readonly actor: Actor;
  /** What the refusal says of the field at fault: where it is, and what is allowed there. */
  readonly field?: { readonly pointer: string; readonly expected: readonly string[] };
}

function answer(
  story: Story,
  stepId: string,
  body: ActBody,
  actor: Actor,
  field?: Refused['field'],
): Refused {
  return { story, item: idOf(stepId), body, actor, ...(field && { field }) };
}

function withdrawal(story: Story, actor = applicant): Refused {
  return { story, item: null, body: { act: 'withdraw' }, actor };
}

const accept: ActBody = { act: 'accept' };
const grant: ActBody = { act: 'decide', result: 'granted' };
const push: ActBody = { act: 'confirmPush', receiptNo: 'HB-1' };
const consent: ActBody = { act: 'signOff', opinion: 'agree' };
const objection = (reason?: string): ActBody => ({ act: 'signOff', opinion: 'object', reason });
const proposal = (...answered: string[]): ActBody => ({
  act: 'draft',
  result: 'refused',
  grounds: '不符合条件',
  answers: answered.map(answerTo),
});
const registration = (registeredOn: string): ActBody => ({
  act: 'register',
  unifiedCode: UNIFIED_CODE,
  registeredOn,
});
const withoutForms = ['siteProof', 'staffQualifications', 'staffHealth', 'hygieneReport', 'fireSafety'];

const atAcceptance = wayTo('accept');
const atReview = wayTo('review');
const atSignature = wayTo('decide');
const atRegistration = wayTo('register');

const reviewer = official('fire', 'reviewer');
const registrar = official('civilAffairs', 'registrar');
const stranger = { ...applicant, organisation: 'another-organisation' };
const drafterWhoSigns: Actor = { ...officer, roles: ['caseOfficer', 'decisionMaker'] };

/** Every refusal there is, by what is refused. */
export const refused: Readonly<Record<RefusalCode, Readonly<Record<string, Refused>>>> = {
  caseClosed: {
    'a second answer to what ended the case': answer(closed.notAccepted(), 'accept', accept, clerk),
    'a withdrawal after the certificate': withdrawal(closed.certified()),
  },
  itemNotOpen: {
    'an answer to what was answered': answer(atReview, 'accept', accept, clerk),
  },
  wrongStep: {
    'an answer to another question': answer(atReview, 'review-fire', accept, clerk),
    'an answer to no question': { ...withdrawal(atAcceptance, clerk), body: accept },
    'an answer to an item that the case does not have': answer(atAcceptance, 'decide', accept, clerk),
    'a withdrawal in answer to an item': { ...withdrawal(atAcceptance), item: idOf('accept') },
    'a withdrawal in answer to an item that the case does not have': {
      ...withdrawal(atAcceptance),
      item: idOf('decide'),
    },
  },
  wrongStage: {
    'a withdrawal after the decision': withdrawal(atRegistration),
  },
  notYourUnit: {
    "another department's sign-off": answer(atReview, 'review-fire', consent, official('health', 'reviewer')),
  },
  notYourCase: {
    "another applicant's filing": answer(wayTo('file'), 'file', { act: 'file', materials: [] }, stranger),
    "another applicant's withdrawal": withdrawal(atReview, stranger),
    'a withdrawal for no organisation': withdrawal(atReview, { ...applicant, organisation: null }),
  },
  roleMissing: {
    'a signature by a head who is not appointed to sign': answer(
      atSignature,
      'decide',
      grant,
      official('shiqiao', 'head'),
    ),
    'a push confirmed by a person': answer(wayTo('push'), 'push', push, official('system', 'administrator')),
    'an acceptance by the system': answer(atAcceptance, 'accept', accept, systemActor),
  },
  fourEyes: {
    'a signature by the one who drafted': answer(atSignature, 'decide', grant, drafterWhoSigns),
  },
  resultDiffers: {
    'a grant of what was drafted as a refusal': answer(refusalDrafted(), 'decide', grant, signer, {
      pointer: '/result',
      expected: ['refused'],
    }),
  },
  findingsUnanswered: {
    'a draft that answers some findings': answer(
      wayTo('draft', flawed),
      'draft',
      proposal('floor'),
      officer,
      { pointer: '/answers', expected: ['windowShare'] },
    ),
    'a draft that answers none': answer(wayTo('draft', flawed), 'draft', proposal(), officer, {
      pointer: '/answers',
      expected: ['floor', 'windowShare'],
    }),
  },
  unknownFinding: {
    "a department's answer to what nobody found": answer(
      wayTo('review', flawed),
      'review-fire',
      { ...consent, answers: [answerTo('floor'), answerTo('videoDays')] },
      reviewer,
      { pointer: '/answers/1/finding', expected: ['floor', 'windowShare'] },
    ),
    "a draft's answer where nothing was found": answer(wayTo('draft'), 'draft', proposal('floor'), officer, {
      pointer: '/answers/0/finding',
      expected: [],
    }),
  },
  reasonMissing: {
    'an objection without a reason': answer(atReview, 'review-fire', objection(), reviewer, {
      pointer: '/reason',
      expected: [],
    }),
    'an objection whose reason is blank': answer(atReview, 'review-fire', objection(' \n'), reviewer, {
      pointer: '/reason',
      expected: [],
    }),
  },
  materialsMissing: {
    'a filing without papers that are due': answer(
      wayTo('file', { meals: false }),
      'file',
      { act: 'file', materials: withoutForms },
      applicant,
      {
        pointer: '/materials',
        expected: ['registrationCertificate', 'filingForm', 'commitmentLetter'],
      },
    ),
  },
  dateInFuture: {
    'a registration tomorrow': answer(atRegistration, 'register', registration('2026-11-25'), registrar, {
      pointer: '/registeredOn',
      expected: ['<= 2026-11-24'],
    }),
  },
  dateTooEarly: {
    'a registration before the decision': answer(
      atRegistration,
      'register',
      registration('2026-11-23'),
      registrar,
      { pointer: '/registeredOn', expected: ['>= 2026-11-24'] },
    ),
  },
};
