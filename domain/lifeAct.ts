import type { Points } from './evaluation';
import type { ProcedureResult } from './event';
import type { Labels } from './label';
import type { UnitId } from './plan';
import type {
  Checked,
  ComplaintResult,
  ExitMeasure,
  IncidentKind,
  IncidentResult,
  Severity,
  VisitGround,
} from './supervision';

/** What a visit found, by its gravity and, where one is broken, the clause; `line` of its checklist, where it is on one. */
export interface VisitFinding {
  readonly severity: Severity;
  readonly text: string;
  readonly clause?: string | undefined;
  readonly line?: string | undefined;
}

/** Points for an indicator, and what they rest on. */
export type ScoredPoints = Points & { readonly evidence: string };

/** What is asked of the record in the life of an institution: see `ActBody`. */
export type LifeActBody =
  | {
      readonly act: 'callVisit';
      readonly ground: VisitGround;
      readonly about?: string | undefined;
      /** Units that come along: each records its own part. */
      readonly units?: readonly UnitId[] | undefined;
      readonly reason: string;
    }
  | {
      readonly act: 'reportIncident';
      readonly kind: IncidentKind;
      readonly happenedOn: string;
      /** `14:30`, in Shanghai. */
      readonly happenedAt: string;
      readonly hurt: number;
      readonly report: string;
    }
  | {
      readonly act: 'concludeIncident';
      readonly result: IncidentResult;
      readonly severity?: Severity | undefined;
      readonly report: string;
    }
  | {
      readonly act: 'answerComplaint';
      readonly result: ComplaintResult;
      readonly severity?: Severity | undefined;
      readonly answer: string;
    }
  | {
      readonly act: 'recordVisit';
      readonly visitedOn: string;
      readonly report: string;
      readonly findings: readonly VisitFinding[];
      /** Each line of the checklist once; left out where there is none. */
      readonly checked?: readonly Checked[] | undefined;
    }
  | { readonly act: 'settleFindings'; readonly reason: string }
  | { readonly act: 'orderRectification'; readonly days: number; readonly demands: string }
  | { readonly act: 'reportRectification'; readonly report: string }
  | {
      readonly act: 'recordReinspection';
      readonly result: ProcedureResult;
      readonly visitedOn: string;
      readonly report: string;
    }
  | { readonly act: 'callSuspension'; readonly reason: string }
  | {
      readonly act: 'proposeSuspension';
      readonly grounds: string;
      readonly days?: number | undefined;
      readonly condition?: string | undefined;
    }
  | {
      readonly act: 'proposeImmediateSuspension';
      readonly danger: string;
      readonly grounds: string;
      readonly days?: number | undefined;
      readonly condition?: string | undefined;
    }
  | { readonly act: 'declineSuspension'; readonly reason: string }
  | { readonly act: 'returnSuspension'; readonly reason: string }
  | { readonly act: 'decideSuspension'; readonly answer?: string | undefined }
  | { readonly act: 'liftSuspension'; readonly grounds: string }
  | { readonly act: 'requestExit'; readonly reason: string }
  | { readonly act: 'proposeExit'; readonly measure: ExitMeasure; readonly grounds: string }
  | { readonly act: 'declineExit'; readonly reason: string }
  | { readonly act: 'returnExit'; readonly reason: string }
  | { readonly act: 'decideExit'; readonly measure: ExitMeasure; readonly answer?: string | undefined }
  | {
      readonly act: 'reportPlacement';
      readonly childrenLeft: number;
      readonly staffLeft: number;
      readonly report: string;
    }
  | { readonly act: 'deregister'; readonly deregisteredOn: string }
  | { readonly act: 'closeFiling' }
  | { readonly act: 'selfAssess'; readonly report: string }
  | { readonly act: 'score'; readonly points: readonly ScoredPoints[] }
  | { readonly act: 'proposeRating'; readonly grounds: string }
  | { readonly act: 'contest'; readonly statement: string }
  | { readonly act: 'waiveContest' }
  | { readonly act: 'returnRating'; readonly reason: string }
  | { readonly act: 'confirmRating'; readonly rating: string | null; readonly answer?: string | undefined };

export const lifeActs = {
  callVisit: { zh: '发起检查', en: 'Call for an inspection' },
  answerComplaint: { zh: '答复投诉', en: 'Answer the complaint' },
  reportIncident: { zh: '报告事故', en: 'Report an incident' },
  concludeIncident: { zh: '办结事故', en: 'Conclude the incident' },
  recordVisit: { zh: '记录检查', en: 'Record the inspection' },
  settleFindings: { zh: '认定无需整改', en: 'Settle without an order' },
  orderRectification: { zh: '责令整改', en: 'Order rectification' },
  reportRectification: { zh: '报告整改', en: 'Report the rectification' },
  recordReinspection: { zh: '记录复查', en: 'Record the second inspection' },
  callSuspension: { zh: '建议暂停服务', en: 'Call for a suspension' },
  proposeSuspension: { zh: '拟定暂停服务', en: 'Propose the suspension' },
  proposeImmediateSuspension: { zh: '拟定立即暂停服务', en: 'Propose to suspend at once' },
  declineSuspension: { zh: '不予暂停服务', en: 'Decline the suspension' },
  returnSuspension: { zh: '退回暂停服务拟稿', en: 'Return the proposed suspension' },
  decideSuspension: { zh: '签发暂停服务决定', en: 'Sign the suspension' },
  liftSuspension: { zh: '恢复服务', en: 'Lift the suspension' },
  requestExit: { zh: '申请退出', en: 'Ask to leave' },
  proposeExit: { zh: '拟定退出处理', en: 'Propose the exit' },
  declineExit: { zh: '不予退出处理', en: 'Decline the exit' },
  returnExit: { zh: '退回退出拟稿', en: 'Return the exit proposal' },
  decideExit: { zh: '签发退出决定', en: 'Sign the exit decision' },
  reportPlacement: { zh: '报告安置情况', en: 'Report the placement' },
  deregister: { zh: '注销登记', en: 'Deregister' },
  closeFiling: { zh: '注销备案', en: 'Close the filing' },
  selfAssess: { zh: '提交自评', en: 'Hand in the self-assessment' },
  score: { zh: '评分', en: 'Score' },
  proposeRating: { zh: '拟定评估等级', en: 'Propose the rating' },
  contest: { zh: '陈述申辩', en: 'Contest' },
  waiveContest: { zh: '放弃陈述申辩', en: 'Waive the answer' },
  returnRating: { zh: '退回评估拟稿', en: 'Return the proposed rating' },
  confirmRating: { zh: '审定评估等级', en: 'Confirm the rating' },
} as const satisfies Labels<LifeActBody['act']>;
