import type { DecisionResult, Opinion } from './event';
import type { Labels } from './label';
import type { Role, Stage, Step } from './vocabulary';

export interface FindingAnswer {
  readonly finding: string;
  readonly answer: string;
}

/** What a person asks the record to hold, in the imperative. */
export type ActBody =
  | { readonly act: 'accept' }
  | { readonly act: 'decline'; readonly reason: string }
  | {
      readonly act: 'signOff';
      readonly opinion: Opinion;
      readonly reason?: string | undefined;
      readonly answers?: readonly FindingAnswer[] | undefined;
    }
  | {
      readonly act: 'draft';
      readonly result: DecisionResult;
      readonly grounds: string;
      readonly answers?: readonly FindingAnswer[] | undefined;
    }
  | { readonly act: 'returnDraft'; readonly reason: string }
  | { readonly act: 'decide'; readonly result: DecisionResult }
  | { readonly act: 'endorse'; readonly documentNo: string }
  | { readonly act: 'register'; readonly unifiedCode: string; readonly registeredOn: string }
  | { readonly act: 'confirmPush'; readonly receiptNo: string }
  | { readonly act: 'file'; readonly materials: readonly string[] }
  | { readonly act: 'issueReceipt' }
  | { readonly act: 'confirm' }
  | { readonly act: 'issue' }
  | { readonly act: 'withdraw'; readonly reason?: string | undefined };

export type Act = ActBody['act'];

export const acts = {
  accept: { zh: '受理', en: 'Accept' },
  decline: { zh: '不予受理', en: 'Refuse to accept' },
  signOff: { zh: '会签', en: 'Sign off' },
  draft: { zh: '拟定决定', en: 'Draft the decision' },
  returnDraft: { zh: '退回拟稿', en: 'Return the draft' },
  decide: { zh: '签发决定', en: 'Sign the decision' },
  endorse: { zh: '业务主管单位同意', en: 'Approve as supervising authority' },
  register: { zh: '登记', en: 'Register' },
  confirmPush: { zh: '确认推送', en: 'Confirm the push' },
  file: { zh: '提交备案', en: 'File' },
  issueReceipt: { zh: '出具备案回执', en: 'Issue the filing receipt' },
  confirm: { zh: '确认备案材料符合', en: 'Confirm conformity' },
  issue: { zh: '发证', en: 'Issue the certificate' },
  withdraw: { zh: '撤回申请', en: 'Withdraw the application' },
} as const satisfies Labels<Act>;

/** Who may do what: the role an act needs, the step it answers, or the stages in which it is open to a case. */
export type ActRule =
  { readonly role: Role; readonly step: Step } | { readonly role: Role; readonly stages: readonly Stage[] };

/**
 * The one table of who may do what. An official must belong to the unit of the work item;
 * an applicant to the organisation that applied.
 */
export const actRules = {
  accept: { role: 'intakeClerk', step: 'accept' },
  decline: { role: 'intakeClerk', step: 'accept' },
  signOff: { role: 'reviewer', step: 'review' },
  draft: { role: 'caseOfficer', step: 'draft' },
  returnDraft: { role: 'decisionMaker', step: 'decide' },
  decide: { role: 'decisionMaker', step: 'decide' },
  endorse: { role: 'decisionMaker', step: 'endorse' },
  register: { role: 'registrar', step: 'register' },
  confirmPush: { role: 'system', step: 'push' },
  file: { role: 'applicant', step: 'file' },
  issueReceipt: { role: 'filingOfficer', step: 'receipt' },
  confirm: { role: 'filingOfficer', step: 'conformity' },
  issue: { role: 'filingOfficer', step: 'issue' },
  withdraw: { role: 'applicant', stages: ['acceptance', 'jointReview', 'decision'] },
} as const satisfies Record<Act, ActRule>;
