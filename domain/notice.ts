import type { CaseEvent, EventType } from './event';

/** The notices that go to the applicant; each has a mail template in Chinese and English. */
export const noticeTemplates = [
  'submissionReceived',
  'accepted',
  'deemedAccepted',
  'notAccepted',
  'granted',
  'refused',
  'registered',
  'filingReceipt',
  'certificate',
  'withdrawn',
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

type Chooser = NoticeTemplate | null | ((event: CaseEvent) => NoticeTemplate | null);

const templates: Readonly<Record<EventType, Chooser>> = {
  submitted: 'submissionReceived',
  stageOpened: null,
  accepted: 'accepted',
  deemedAccepted: 'deemedAccepted',
  notAccepted: 'notAccepted',
  signedOff: null,
  limitPassed: null,
  decisionDrafted: null,
  draftReturned: null,
  decided: (event) => (event.type === 'decided' && event.result === 'granted' ? 'granted' : 'refused'),
  endorsed: null,
  registered: 'registered',
  registrationPushed: null,
  filed: null,
  receiptIssued: 'filingReceipt',
  conformityConfirmed: null,
  licenceIssued: 'certificate',
  withdrawn: 'withdrawn',
  deadlineMoved: null,
};

/** The notice that an event owes the applicant, or null. */
export function noticeOf(event: CaseEvent): NoticeTemplate | null {
  const template = templates[event.type];
  return typeof template === 'function' ? template(event) : template;
}
