import type { Act, ActBody } from '../../../domain/act';
import type { EventBody } from '../../../domain/event';
import type { NumberKind } from '../../../domain/perform';
import type { Step } from '../../../domain/vocabulary';
import { UNIFIED_CODE } from '../../world/answers';
import { answerTo, flawed, refusalDrafted } from './stories';
import { idOf, type Story, TODAY, wayTo } from './story';

export const NUMBER = 'XCTY-N-2026-000001';

/** An act on a case, its event, and the words that stay beside the event. */
interface Performing {
  readonly story: Story;
  /** The work item it answers; null for an act on the case. */
  readonly item: string | null;
  readonly body: ActBody;
  readonly event: EventBody;
  readonly particulars?: Readonly<Record<string, unknown>>;
  readonly number?: NumberKind;
}

type More = Partial<Pick<Performing, 'story' | 'particulars' | 'number'>>;

/** An answer to an open step of the straight way, unless `more` says otherwise. */
function answer(step: Step, body: ActBody, event: (item: string) => EventBody, more: More = {}): Performing {
  return { story: wayTo(step), item: idOf(step), body, event: event(idOf(step)), ...more };
}

const materials = [
  'registrationCertificate',
  'siteProof',
  'staffQualifications',
  'staffHealth',
  'hygieneReport',
  'fireSafety',
  'foodLicence',
  'filingForm',
  'commitmentLetter',
];
const afterReview = wayTo('draft', flawed);
const floorAnswered = { ...afterReview, file: { ...afterReview.file, answeredFindings: ['floor'] } };
const reason = '理由不清';
const grounds = '符合条件';
const fire = idOf('review-fire');

/** Every act there is, in sentences that begin with its name. */
export const performing: Readonly<Record<Act, Readonly<Record<string, Performing>>>> = {
  accept: {
    'as of today': answer('accept', { act: 'accept' }, (item) => ({
      type: 'accepted',
      item,
      acceptedOn: TODAY,
    })),
  },
  decline: {
    'with its reason beside the event': answer(
      'accept',
      { act: 'decline', reason },
      (item) => ({ type: 'notAccepted', item }),
      { particulars: { reason } },
    ),
  },
  signOff: {
    'with consent and without a word': {
      story: wayTo('review'),
      item: fire,
      body: { act: 'signOff', opinion: 'agree' },
      event: { type: 'signedOff', item: fire, opinion: 'agree', answered: [] },
      particulars: { reason: null, answers: [] },
    },
    'with an objection and an answer to a finding, their words beside the event': {
      story: wayTo('review', flawed),
      item: fire,
      body: { act: 'signOff', opinion: 'object', reason, answers: [answerTo('floor')] },
      event: { type: 'signedOff', item: fire, opinion: 'object', answered: ['floor'] },
      particulars: { reason, answers: [answerTo('floor')] },
    },
  },
  draft: {
    'of a refusal, with its grounds beside the event': answer(
      'draft',
      { act: 'draft', result: 'refused', grounds },
      (item) => ({ type: 'decisionDrafted', item, result: 'refused', answered: [] }),
      { particulars: { grounds, answers: [] } },
    ),
    'of a grant, answering what the reviewers left unanswered': answer(
      'draft',
      { act: 'draft', result: 'granted', grounds, answers: [answerTo('windowShare')] },
      (item) => ({ type: 'decisionDrafted', item, result: 'granted', answered: ['windowShare'] }),
      { story: floorAnswered, particulars: { grounds, answers: [answerTo('windowShare')] } },
    ),
  },
  returnDraft: {
    'with its reason beside the event': answer(
      'decide',
      { act: 'returnDraft', reason },
      (item) => ({ type: 'draftReturned', item }),
      { particulars: { reason } },
    ),
  },
  decide: {
    'to grant what was drafted so, today and under a number': answer(
      'decide',
      { act: 'decide', result: 'granted' },
      (item) => ({ type: 'decided', item, result: 'granted', decidedOn: TODAY, no: NUMBER }),
      { number: 'decision' },
    ),
    'to refuse what was drafted so': answer(
      'decide',
      { act: 'decide', result: 'refused' },
      (item) => ({ type: 'decided', item, result: 'refused', decidedOn: TODAY, no: NUMBER }),
      { story: refusalDrafted(), number: 'decision' },
    ),
  },
  endorse: {
    'by a numbered document': answer('endorse', { act: 'endorse', documentNo: 'E-1' }, (item) => ({
      type: 'endorsed',
      item,
      documentNo: 'E-1',
    })),
  },
  register: {
    'on the day of the decision, which is today': answer(
      'register',
      { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: TODAY },
      (item) => ({ type: 'registered', item, unifiedCode: UNIFIED_CODE, registeredOn: TODAY }),
    ),
  },
  confirmPush: {
    "with the bureau's receipt": answer('push', { act: 'confirmPush', receiptNo: 'HB-1' }, (item) => ({
      type: 'registrationPushed',
      item,
      receiptNo: 'HB-1',
    })),
  },
  file: {
    'what is due, today': answer('file', { act: 'file', materials }, (item) => ({
      type: 'filed',
      item,
      receivedOn: TODAY,
      materials,
    })),
  },
  issueReceipt: {
    'today and under a number': answer(
      'receipt',
      { act: 'issueReceipt' },
      (item) => ({ type: 'receiptIssued', item, no: NUMBER, issuedOn: TODAY }),
      { number: 'filingReceipt' },
    ),
  },
  confirm: {
    'without more words': answer('conformity', { act: 'confirm' }, (item) => ({
      type: 'conformityConfirmed',
      item,
    })),
  },
  issue: {
    'today and under a number': answer(
      'issue',
      { act: 'issue' },
      (item) => ({ type: 'licenceIssued', item, no: NUMBER, issuedOn: TODAY }),
      { number: 'certificate' },
    ),
  },
  withdraw: {
    'for a reason, kept beside the event': {
      story: wayTo('review'),
      item: null,
      body: { act: 'withdraw', reason },
      event: { type: 'withdrawn' },
      particulars: { reason },
    },
    'for none': {
      story: wayTo('draft'),
      item: null,
      body: { act: 'withdraw' },
      event: { type: 'withdrawn' },
      particulars: { reason: null },
    },
  },
};
