import type { DecisionResult, Opinion, ProcedureResult, Repair } from './event';
import type { Labels } from './label';
import { type LifeActBody, lifeActs } from './lifeAct';
import type { Procedure } from './sideStep';
import { type SiteActBody, siteActs } from './siteAct';
import { type StaffActBody, staffActs } from './staffAct';
import { type SupportActBody, supportActs } from './supportAct';
import type { Service, Stage } from './vocabulary';

export interface FindingAnswer {
  readonly finding: string;
  readonly answer: string;
}

/** One thing that is missing: in words, and where it is a paper of the checklist, which. */
export interface Missing {
  readonly text: string;
  readonly material?: string | undefined;
}

export interface CorrectionAnswer {
  readonly no: number;
  readonly answer: string;
}

type Findings = readonly FindingAnswer[] | undefined;

/** What a person asks the record to hold, in the imperative. */
export type ActBody =
  | { readonly act: 'accept' }
  | { readonly act: 'decline'; readonly reason: string }
  | { readonly act: 'requestCorrection'; readonly missing: readonly Missing[] }
  | { readonly act: 'correct'; readonly answers: readonly CorrectionAnswer[] }
  | { readonly act: 'claim' }
  | { readonly act: 'release' }
  | { readonly act: 'delegate'; readonly to: string }
  | {
      readonly act: 'signOff';
      readonly opinion: Opinion;
      readonly reason?: string | undefined;
      readonly answers?: Findings;
    }
  | { readonly act: 'answerObjection'; readonly answer: string }
  | {
      readonly act: 'order';
      readonly procedure: Exclude<Procedure, 'hear'>;
      readonly days: number;
      readonly reason: string;
    }
  | {
      readonly act: 'schedule';
      readonly on: string;
      readonly place: string;
      readonly presider?: string | undefined;
    }
  | {
      readonly act: 'recordResult';
      readonly result: ProcedureResult;
      readonly heldOn: string;
      readonly report: string;
    }
  | { readonly act: 'callOff'; readonly reason: string }
  | { readonly act: 'offerHearing'; readonly reason: string }
  | { readonly act: 'requestHearing' }
  | { readonly act: 'waiveHearing' }
  | {
      readonly act: 'draft';
      readonly result: DecisionResult;
      readonly grounds: string;
      readonly answers?: Findings;
    }
  | { readonly act: 'returnDraft'; readonly reason: string }
  | { readonly act: 'decide'; readonly result: DecisionResult }
  | { readonly act: 'requestExtension'; readonly days: number; readonly reason: string }
  | { readonly act: 'forwardExtension'; readonly opinion: string }
  | { readonly act: 'grantExtension' }
  | { readonly act: 'declineExtension'; readonly reason: string }
  | { readonly act: 'consult'; readonly whom: 'head' | 'office'; readonly question: string }
  | { readonly act: 'advise'; readonly advice: string }
  | { readonly act: 'remand'; readonly to: Stage; readonly reason: string }
  | { readonly act: 'endorse'; readonly documentNo: string }
  | { readonly act: 'declineEndorsement'; readonly reason: string }
  | { readonly act: 'register'; readonly unifiedCode: string; readonly registeredOn: string }
  | { readonly act: 'declineRegistration'; readonly reason: string }
  | { readonly act: 'reapply'; readonly answer: string }
  | { readonly act: 'confirmPush'; readonly receiptNo: string }
  | { readonly act: 'file'; readonly materials: readonly string[] }
  | { readonly act: 'issueReceipt' }
  | { readonly act: 'confirm' }
  | { readonly act: 'findNonConforming'; readonly reason: string }
  | { readonly act: 'issue' }
  | { readonly act: 'withdraw'; readonly reason?: string | undefined }
  | { readonly act: 'amend'; readonly reason: string }
  | {
      readonly act: 'serve';
      readonly how: Exclude<Service, 'mail' | 'portal'>;
      readonly on: string;
      readonly to: string;
    }
  | { readonly act: 'acknowledge'; readonly letter: string }
  | { readonly act: 'confirmService'; readonly letter: string }
  | { readonly act: 'reportUndeliverable'; readonly letter: string }
  | {
      readonly act: 'reassign';
      readonly workItem: string;
      readonly to: string | null;
      readonly reason: string;
    }
  | { readonly act: 'proposeRepair'; readonly repair: Repair; readonly reason: string }
  | { readonly act: 'confirmRepair' }
  | { readonly act: 'declineRepair'; readonly reason: string }
  | {
      readonly act: 'intervene';
      readonly kind: 'resent' | 'restarted' | 'recomputed';
      readonly reason: string;
    }
  | {
      readonly act: 'confer';
      readonly heldOn: string;
      readonly decision: string;
      readonly units: readonly string[];
    }
  | { readonly act: 'followUp'; readonly report: string }
  | LifeActBody
  | SiteActBody
  | StaffActBody
  | SupportActBody;

export type Act = ActBody['act'];

export const acts = {
  accept: { zh: '受理', en: 'Accept' },
  decline: { zh: '不予受理', en: 'Refuse to accept' },
  requestCorrection: { zh: '通知补正', en: 'Ask for what is missing' },
  correct: { zh: '补正', en: 'Correct' },
  claim: { zh: '签收', en: 'Claim' },
  release: { zh: '退签', en: 'Release' },
  delegate: { zh: '转办', en: 'Delegate' },
  signOff: { zh: '会签', en: 'Sign off' },
  answerObjection: { zh: '答复异议', en: 'Answer the objection' },
  order: { zh: '启动检查、检测或评审', en: 'Order an inspection, test or appraisal' },
  schedule: { zh: '安排时间地点', en: 'Schedule' },
  recordResult: { zh: '记录结果', en: 'Record the result' },
  callOff: { zh: '取消', en: 'Call off' },
  offerHearing: { zh: '告知听证权利', en: 'Tell of the right to a hearing' },
  requestHearing: { zh: '申请听证', en: 'Ask for a hearing' },
  waiveHearing: { zh: '放弃听证', en: 'Waive the hearing' },
  draft: { zh: '拟定决定', en: 'Draft the decision' },
  returnDraft: { zh: '退回拟稿', en: 'Return the draft' },
  decide: { zh: '签发决定', en: 'Sign the decision' },
  requestExtension: { zh: '申请延期', en: 'Ask for an extension' },
  forwardExtension: { zh: '转报延期申请', en: 'Forward the request for an extension' },
  grantExtension: { zh: '批准延期', en: 'Grant the extension' },
  declineExtension: { zh: '不批准延期', en: 'Decline the extension' },
  consult: { zh: '请示', en: 'Consult' },
  advise: { zh: '答复请示', en: 'Advise' },
  remand: { zh: '退回上一环节', en: 'Remand to an earlier stage' },
  endorse: { zh: '业务主管单位同意', en: 'Approve as supervising authority' },
  declineEndorsement: { zh: '业务主管单位不同意', en: 'Decline as supervising authority' },
  register: { zh: '登记', en: 'Register' },
  declineRegistration: { zh: '不予登记', en: 'Decline to register' },
  reapply: { zh: '重新申请登记', en: 'Apply for registration again' },
  confirmPush: { zh: '确认推送', en: 'Confirm the push' },
  file: { zh: '提交备案', en: 'File' },
  issueReceipt: { zh: '出具备案回执', en: 'Issue the filing receipt' },
  confirm: { zh: '确认备案材料符合', en: 'Confirm conformity' },
  findNonConforming: { zh: '认定备案材料不符合', en: 'Find that the papers do not conform' },
  issue: { zh: '发证', en: 'Issue the certificate' },
  withdraw: { zh: '撤回申请', en: 'Withdraw the application' },
  amend: { zh: '更正', en: 'Amend' },
  serve: { zh: '送达', en: 'Serve' },
  acknowledge: { zh: '签收文书', en: 'Acknowledge a letter' },
  confirmService: { zh: '确认送达', en: 'Confirm service' },
  reportUndeliverable: { zh: '报告无法送达', en: 'Report that it cannot be delivered' },
  reassign: { zh: '改派', en: 'Reassign' },
  proposeRepair: { zh: '提出更改', en: 'Propose a repair' },
  confirmRepair: { zh: '复核同意更改', en: 'Confirm the repair' },
  declineRepair: { zh: '复核不同意更改', en: 'Reject the repair' },
  intervene: { zh: '记录干预', en: 'Note an intervention' },
  confer: { zh: '记录联席会议议定事项', en: 'Record what the conference decided' },
  followUp: { zh: '报告落实情况', en: 'Report what was done' },
  ...lifeActs,
  ...siteActs,
  ...staffActs,
  ...supportActs,
} as const satisfies Labels<Act>;
