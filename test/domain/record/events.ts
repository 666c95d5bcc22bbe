import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import type { Deadline } from '../../../domain/deadline';
import type { EventBody, EventType } from '../../../domain/event';
import type { Step } from '../../../domain/vocabulary';
import { UNIFIED_CODE } from '../../world/answers';
import { fireSilent, officer, onlyFireLeft, refusalDrafted } from './stories';
import { answered, idOf, itemOf, submitted, TODAY, wayTo } from './story';

/** All that an event changes in a file: number, time and the items' versions come by themselves. */
interface Changes {
  /** By step id. */
  readonly items?: Readonly<Record<string, Partial<WorkItem>>>;
  readonly dates?: Partial<CaseFile['dates']>;
  readonly file?: Partial<CaseFile>;
}

interface Told extends Changes {
  readonly before: CaseFile;
  readonly body: EventBody;
}

const DAY = '2026-11-25';
const done = { status: 'done' } as const;
const overtaken = { status: 'closed' } as const;

const deadline: Deadline = {
  rule: 'acceptance',
  startsOn: TODAY,
  limit: 5,
  unit: 'workingDay',
  due: '2026-12-01',
  dueAt: '2026-12-01T16:00:00.000Z',
  provisional: false,
};
const opened = { id: idOf('accept'), stepId: 'accept', step: 'accept', unit: 'shiqiao', deadline } as const;
const moved = { ...deadline, due: '2026-12-02', dueAt: '2026-12-02T16:00:00.000Z' };

/** An event that answers an open step, and what it changes besides. */
function answer(step: Step, body: (item: string) => EventBody, changes: Changes = {}): Told {
  return { before: wayTo(step).file, body: body(idOf(step)), items: { [step]: done }, ...changes };
}

const fireLeft = onlyFireLeft().file;
const silent = fireSilent();
const signing = wayTo('decide').file;
const { decide: _, ...currentWithoutSignature } = signing.current;

/** Every event that can follow a submission, in sentences that begin with its name. */
export const events: Readonly<Record<Exclude<EventType, 'submitted'>, Readonly<Record<string, Told>>>> = {
  stageOpened: {
    'brings its stage, and its items, open': {
      before: { ...submitted().file, stage: 'decision' },
      body: { type: 'stageOpened', stage: 'acceptance', items: [opened] },
      items: {
        accept: {
          ...opened,
          stage: 'acceptance',
          round: 1,
          status: 'open',
          limitPassed: false,
          openedAt: '2026-11-24T01:01:00.000Z',
        },
      },
      file: { stage: 'acceptance', current: { accept: idOf('accept') } },
    },
  },
  accepted: {
    'answers its item and dates the acceptance': answer(
      'accept',
      (item) => ({ type: 'accepted', item, acceptedOn: DAY }),
      { dates: { acceptance: DAY } },
    ),
  },
  deemedAccepted: {
    'answers its item and dates the acceptance back, as it says': answer(
      'accept',
      (item) => ({ type: 'deemedAccepted', item, dueAt: deadline.dueAt, acceptedOn: TODAY }),
      { dates: { acceptance: TODAY } },
    ),
  },
  notAccepted: {
    'answers its item and ends the case': answer('accept', (item) => ({ type: 'notAccepted', item }), {
      file: { outcome: 'notAccepted' },
    }),
  },
  signedOff: {
    'answers its item, and a consent changes nothing else': {
      before: fireLeft,
      body: { type: 'signedOff', item: idOf('review-fire'), opinion: 'agree', answered: [] },
      items: { 'review-fire': done },
    },
    'keeps whose unit objects and which findings it answers, beside those of others': {
      before: { ...fireLeft, objections: ['housing'], answeredFindings: ['floor'] },
      body: { type: 'signedOff', item: idOf('review-fire'), opinion: 'object', answered: ['windowShare'] },
      items: { 'review-fire': done },
      file: { objections: ['housing', 'fire'], answeredFindings: ['floor', 'windowShare'] },
    },
  },
  limitPassed: {
    'leaves its item open and says so of it': {
      before: fireLeft,
      body: { type: 'limitPassed', item: idOf('review-fire'), dueAt: '2026-12-08T16:00:00.000Z' },
      items: { 'review-fire': { limitPassed: true } },
    },
  },
  decisionDrafted: {
    'answers its item, keeps who drafted what, and which findings it answers beside the earlier ones': {
      before: { ...wayTo('draft').file, answeredFindings: ['floor'] },
      body: { type: 'decisionDrafted', item: idOf('draft'), result: 'refused', answered: ['windowShare'] },
      items: { draft: done },
      file: { draft: { by: officer.sub, result: 'refused' }, answeredFindings: ['floor', 'windowShare'] },
    },
  },
  draftReturned: {
    'opens the draft again and takes back the question for a signature': {
      before: signing,
      body: { type: 'draftReturned', item: idOf('decide') },
      items: { draft: { status: 'open' }, decide: overtaken },
      file: { draft: null, current: currentWithoutSignature },
    },
  },
  decided: {
    'when granted, answers its item, keeps number and date and overtakes a department that was silent': {
      before: answered(silent, itemOf(silent, 'draft')).file,
      body: { type: 'decided', item: idOf('decide'), result: 'granted', decidedOn: DAY, no: 'D-1' },
      items: { decide: done, 'review-fire': overtaken },
      dates: { decision: DAY },
      file: { decisionNo: 'D-1' },
    },
    'when refused, ends the case besides': {
      before: refusalDrafted().file,
      body: { type: 'decided', item: idOf('decide'), result: 'refused', decidedOn: DAY, no: 'D-1' },
      items: { decide: done },
      dates: { decision: DAY },
      file: { decisionNo: 'D-1', outcome: 'refused' },
    },
  },
  endorsed: {
    'answers its item': answer('endorse', (item) => ({ type: 'endorsed', item, documentNo: 'E-1' })),
  },
  registered: {
    'answers its item, keeps the code and dates the registration': answer(
      'register',
      (item) => ({ type: 'registered', item, unifiedCode: UNIFIED_CODE, registeredOn: DAY }),
      { dates: { registration: DAY }, file: { unifiedCode: UNIFIED_CODE } },
    ),
  },
  registrationPushed: {
    'answers its item': answer('push', (item) => ({ type: 'registrationPushed', item, receiptNo: 'HB-1' })),
  },
  filed: {
    'answers its item and dates the receipt of the papers': answer(
      'file',
      (item) => ({ type: 'filed', item, receivedOn: DAY, materials: ['filingForm'] }),
      { dates: { filingReceived: DAY } },
    ),
  },
  receiptIssued: {
    'answers its item and keeps the number': answer(
      'receipt',
      (item) => ({ type: 'receiptIssued', item, no: 'R-1', issuedOn: DAY }),
      { file: { receiptNo: 'R-1' } },
    ),
  },
  conformityConfirmed: {
    'answers its item': answer('conformity', (item) => ({ type: 'conformityConfirmed', item })),
  },
  licenceIssued: {
    'answers its item, keeps the number and ends the case': answer(
      'issue',
      (item) => ({ type: 'licenceIssued', item, no: 'C-1', issuedOn: DAY }),
      { file: { certificateNo: 'C-1', outcome: 'certified' } },
    ),
  },
  withdrawn: {
    'ends the case and overtakes what is open': {
      before: fireLeft,
      body: { type: 'withdrawn' },
      items: { 'review-fire': overtaken },
      file: { outcome: 'withdrawn' },
    },
  },
  deadlineMoved: {
    'gives its item another deadline': answer(
      'accept',
      (item) => ({ type: 'deadlineMoved', item, deadline: moved }),
      { items: { accept: { deadline: moved } } },
    ),
  },
};
