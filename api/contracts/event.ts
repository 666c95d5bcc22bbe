import { z } from 'zod';
import type { EventType } from '../../domain/event';
import type { Labels } from '../../domain/label';
import { Label, oneOf, says } from './label';
import { listOf } from './text';
import { UnitName } from './unit';

export const eventTypes = {
  submitted: { zh: '已申报', en: 'Submitted' },
  stageOpened: { zh: '环节已开始', en: 'Steps opened' },
  accepted: { zh: '已受理', en: 'Accepted' },
  deemedAccepted: { zh: '视为受理', en: 'Deemed accepted' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  signedOff: { zh: '已会签', en: 'Signed off' },
  limitPassed: { zh: '期限已过', en: 'Limit passed' },
  decisionDrafted: { zh: '已拟定决定', en: 'Decision drafted' },
  draftReturned: { zh: '拟稿已退回', en: 'Draft returned' },
  decided: { zh: '已作出决定', en: 'Decided' },
  endorsed: { zh: '业务主管单位已同意', en: 'Approved by the supervising authority' },
  endorsementDeclined: { zh: '业务主管单位不同意', en: 'Declined by the supervising authority' },
  registered: { zh: '已登记', en: 'Registered' },
  registrationPushed: { zh: '登记信息已推送', en: 'Registration pushed' },
  filed: { zh: '已提交备案', en: 'Filed' },
  receiptIssued: { zh: '已出具备案回执', en: 'Filing receipt issued' },
  conformityConfirmed: { zh: '已确认材料符合', en: 'Conformity confirmed' },
  licenceIssued: { zh: '已发证', en: 'Certificate issued' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  deadlineMoved: { zh: '期限已变动', en: 'Deadline moved' },
  sideStepsOpened: { zh: '事项已开始', en: 'Work items opened' },
  correctionRequested: { zh: '已通知补正', en: 'Asked for what is missing' },
  corrected: { zh: '已补正', en: 'Corrected' },
  claimed: { zh: '已签收', en: 'Claimed' },
  released: { zh: '已退签', en: 'Released' },
  delegated: { zh: '已转办', en: 'Delegated' },
  rightLapsed: { zh: '逾期视为放弃', en: 'The right lapsed' },
  warned: { zh: '已催办', en: 'Warned' },
  decisionWarned: { zh: '已催办审批决定', en: 'Warned of the decision’s limit' },
  objectionAnswered: { zh: '已答复异议', en: 'Objection answered' },
  procedureOrdered: { zh: '已启动检查、检测或评审', en: 'Inspection, test or appraisal ordered' },
  procedureScheduled: { zh: '已安排时间地点', en: 'Scheduled' },
  procedureRecorded: { zh: '已记录结果', en: 'Result recorded' },
  procedureCalledOff: { zh: '已取消', en: 'Called off' },
  hearingOffered: { zh: '已告知听证权利', en: 'Told of the right to a hearing' },
  hearingRequested: { zh: '已申请听证', en: 'Hearing asked for' },
  hearingWaived: { zh: '已放弃听证', en: 'Hearing waived' },
  extensionRequested: { zh: '已申请延期', en: 'Extension asked for' },
  extensionForwarded: { zh: '延期申请已转报', en: 'Request for extension forwarded' },
  extensionGranted: { zh: '已批准延期', en: 'Extension granted' },
  extensionDeclined: { zh: '未批准延期', en: 'Extension declined' },
  consulted: { zh: '已请示', en: 'Consulted' },
  advised: { zh: '已答复请示', en: 'Advised' },
  remanded: { zh: '已退回上一环节', en: 'Remanded' },
  amended: { zh: '已更正', en: 'Amended' },
  registrationDeclined: { zh: '不予登记', en: 'Registration declined' },
  reapplied: { zh: '已重新申请登记', en: 'Applied for registration again' },
  nonConforming: { zh: '备案材料不符合', en: 'Papers do not conform' },
  letterServed: { zh: '文书已送达', en: 'Letter served' },
  serviceFailed: { zh: '文书未能送达', en: 'Letter could not be served' },
  reassigned: { zh: '已改派', en: 'Reassigned' },
  repairProposed: { zh: '已提出更改', en: 'Repair proposed' },
  repaired: { zh: '已更改', en: 'Repaired' },
  repairDeclined: { zh: '更改未获同意', en: 'Repair rejected' },
  rulesPinned: { zh: '已补记规则', en: 'Rules added to an older case' },
  intervened: { zh: '管理员已干预', en: 'An administrator intervened' },
  begun: { zh: '已立件', en: 'Begun' },
  yearTurned: { zh: '进入新年度', en: 'A new year began' },
  institutionChanged: { zh: '机构信息已变更', en: 'The institution has changed' },
  visitDue: { zh: '检查到期', en: 'Inspection due' },
  visitCalled: { zh: '已发起检查', en: 'Inspection called for' },
  complaintReceived: { zh: '已收到投诉', en: 'Complaint received' },
  complaintAnswered: { zh: '已答复投诉', en: 'Complaint answered' },
  incidentReported: { zh: '已报告事故', en: 'Incident reported' },
  incidentConcluded: { zh: '事故已办结', en: 'Incident concluded' },
  staffEntered: { zh: '已录入人员', en: 'Member of staff entered' },
  staffChanged: { zh: '人员信息已变更', en: 'Member of staff changed' },
  staffRemoved: { zh: '人员已离岗', en: 'Member of staff left' },
  staffDocumentsExpiring: { zh: '已提醒人员证件到期', en: 'Reminded of documents that expire' },
  staffDocumentsExpired: { zh: '发现人员证件过期', en: 'Documents of the staff found expired' },
  visited: { zh: '已检查', en: 'Inspected' },
  findingsSettled: { zh: '检查发现已了结', en: 'Findings settled' },
  rectificationOrdered: { zh: '已责令整改', en: 'Rectification ordered' },
  rectificationReported: { zh: '已报告整改', en: 'Rectification reported' },
  reinspected: { zh: '已复查', en: 'Inspected again' },
  evaluationDue: { zh: '年度评估到期', en: 'Evaluation due' },
  evaluationBegun: { zh: '年度评估已开始', en: 'Evaluation begun' },
  evaluationEnded: { zh: '年度评估已结束', en: 'Evaluation ended' },
  suspensionCalled: { zh: '已建议暂停服务', en: 'Suspension called for' },
  suspensionProposed: { zh: '已拟定暂停服务', en: 'Suspension proposed' },
  suspensionDeclined: { zh: '不予暂停服务', en: 'Suspension declined' },
  suspensionReturned: { zh: '暂停服务拟稿已退回', en: 'Proposed suspension returned' },
  suspensionDecided: { zh: '已决定暂停服务', en: 'Suspended' },
  suspensionOver: { zh: '暂停期限届满，提请研究', en: 'The days of the suspension are over: considered' },
  suspensionLifted: { zh: '已恢复服务', en: 'Suspension lifted' },
  exitRequested: { zh: '已申请退出', en: 'Asked to leave' },
  exitProposed: { zh: '已拟定退出处理', en: 'Exit proposed' },
  exitDeclined: { zh: '不予退出处理', en: 'Exit declined' },
  exitReturned: { zh: '退出拟稿已退回', en: 'Exit proposal returned' },
  exitDecided: { zh: '已作出退出决定', en: 'Exit decided' },
  placementReported: { zh: '已报告安置情况', en: 'Placement reported' },
  deregistered: { zh: '已注销登记', en: 'Deregistered' },
  filingClosed: { zh: '已注销备案', en: 'Filing closed' },
  discontinued: { zh: '已终止', en: 'Discontinued' },
  selfAssessed: { zh: '已提交自评', en: 'Self-assessment handed in' },
  scored: { zh: '已评分', en: 'Scored' },
  ratingProposed: { zh: '已拟定评估等级', en: 'Rating proposed' },
  contested: { zh: '已陈述申辩', en: 'Contested' },
  contestWaived: { zh: '已放弃陈述申辩', en: 'Answer waived' },
  ratingReturned: { zh: '评估拟稿已退回', en: 'Proposed rating returned' },
  ratingConfirmed: { zh: '评估等级已审定', en: 'Rating confirmed' },
  supportSubmitted: { zh: '已提交扶持申请材料', en: 'Request for support handed in' },
  supportExamined: { zh: '已提出审核意见', en: 'Request for support examined' },
  supportOpined: { zh: '已提出财政意见', en: 'Opinion of the finance bureau given' },
  supportDrafted: { zh: '已拟定扶持决定', en: 'Decision on support drafted' },
  supportReturned: { zh: '扶持拟稿已退回', en: 'Draft on support returned' },
  supportDecided: { zh: '已作出扶持决定', en: 'Support decided' },
  supportPaid: { zh: '已拨付', en: 'Support paid' },
  recheckDue: { zh: '扶持复核到期', en: 'Re-check due' },
  supportRechecked: { zh: '已复核', en: 'Support re-checked' },
  supportEndProposed: { zh: '已拟定终止扶持', en: 'End of support proposed' },
  supportKept: { zh: '继续扶持', en: 'Support goes on' },
  supportEnded: { zh: '扶持已终止', en: 'Support ended' },
  supportLapsed: { zh: '扶持已失效', en: 'Support lapsed' },
  conferred: { zh: '联席会议已议定', en: 'The conference decided' },
  followedUp: { zh: '已报告落实情况', en: 'What was done is reported' },
  milestoneReported: { zh: '已报告建设进度', en: 'Milestone reported' },
  rescheduled: { zh: '已调整建成时间', en: 'Another day of completion set' },
  licenceLinked: { zh: '已关联申报办件', en: 'Linked with the application' },
  siteExamined: { zh: '已提出验收意见', en: 'Opinion on the site given' },
  siteAccepted: { zh: '验收通过', en: 'Site accepted' },
  siteReturned: { zh: '验收不通过', en: 'Site sent back to be mended' },
  nameProposed: { zh: '已拟定命名', en: 'Name proposed' },
  nameReturned: { zh: '命名拟稿已退回', en: 'Proposal of the name returned' },
  nameDeclined: { zh: '不予命名', en: 'Name declined' },
  named: { zh: '已命名为示范点', en: 'Named a demonstration site' },
  lossRaised: { zh: '已提请取消命名', en: 'Loss of the name raised' },
  lossProposed: { zh: '已拟定取消命名', en: 'Loss of the name proposed' },
  lossDeclined: { zh: '维持命名', en: 'It keeps its name' },
  nameLost: { zh: '已取消命名', en: 'Name taken away' },
  nameLapsed: { zh: '命名随机构退出失效', en: 'Name lapsed with the exit' },
} as const satisfies Labels<EventType>;

const head = {
  seq: z.int().meta(says('序号', 'Its number')),
  type: oneOf(eventTypes).meta(says('事件', 'What happened')),
  label: Label.meta(says('事件名称', 'Its name')),
  at: z.iso.datetime().meta(says('时间', 'When')),
  unit: UnitName.meta(says('单位', 'Which unit')),
  person: Label.nullable().meta(says('经办人；不向举办者显示', 'Who; not shown to the applicant')),
};

/** Who did what meanwhile, in an answer that refuses an outdated version. */
export const Happening = z
  .strictObject(head)
  .meta({ id: 'Happening', ...says('其间发生的事', 'What happened meanwhile') });
export type Happening = z.infer<typeof Happening>;

export const CaseEvent = z
  .strictObject({
    ...head,
    workItem: z.string().nullable().meta(says('所答复的待办事项', 'The work item it answered')),
    facts: z
      .record(z.string(), z.unknown())
      .meta(says('事实，不含个人信息；依事件而异', 'Its facts, by kind of event; no personal data')),
    particulars: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta(
        says('理由、意见等文字；无权查看时为 null', 'Reasons and other words; null where not for the reader'),
      ),
  })
  .meta({ id: 'CaseEvent', ...says('记录中的一个事件', 'One event of the record') });
export type CaseEvent = z.infer<typeof CaseEvent>;

export const CaseEvents = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case')),
    events: listOf(CaseEvent).meta(says('依序号排列的事件', 'The events in order')),
  })
  .meta({ id: 'CaseEvents', ...says('办件的记录', 'The record of a case') });
