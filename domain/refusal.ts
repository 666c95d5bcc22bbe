import type { Act } from './act';
import type { Label } from './label';

/** An act that is possible for this actor now, and on which work item (null: on the case). */
export interface AllowedAct {
  readonly act: Act;
  readonly workItem: string | null;
}

export const refusals = {
  caseClosed: { zh: '本件已办结，不能再办理', en: 'The case is closed' },
  itemNotOpen: { zh: '该事项已办结或已被替代', en: 'The work item is not open any more' },
  limitOver: { zh: '期限已过，不能再进行此操作', en: 'The limit has passed: it is too late for this' },
  itemNotDone: { zh: '该事项尚未办理，无需更正', en: 'The work item is not answered yet' },
  heldByAnother: {
    zh: '该事项已由本单位其他人签收',
    en: 'A colleague has claimed this work item',
  },
  heldByYou: { zh: '您已签收该事项', en: 'You have claimed it already' },
  notHeld: { zh: '该事项无人签收', en: 'Nobody has claimed it' },
  alreadyServed: { zh: '文书已送达，不能更正', en: 'Its letter is served: it cannot be amended any more' },
  deemedByLaw: {
    zh: '逾期未答复，依法视为受理，不能更正',
    en: 'Deemed accepted by law, since nobody answered: there is no act to amend',
  },
  builtUpon: {
    zh: '后续环节已有人办理，不能更正，可退回',
    en: 'Others have acted on it since: remand instead of amending',
  },
  correctionGiven: {
    zh: '补正通知须一次性告知，本轮已发出',
    en: 'All that is missing is told at once: it was told already',
  },
  unknownNumber: { zh: '补正清单没有这一项，或已补正', en: 'The list has no such open number' },
  unknownMaterial: { zh: '材料清单没有这一项', en: 'The checklist has no such paper' },
  contestOpen: {
    zh: '举办者仍可陈述申辩，须待其答复或逾期',
    en: 'The institution may still answer the proposal: wait for that or for its limit',
  },
  contestUnanswered: { zh: '举办者已陈述申辩，须书面答复', en: 'The institution contested: answer it' },
  indicatorsMissing: { zh: '本单位负责的指标须全部评分', en: 'Every indicator of your unit must be scored' },
  unknownIndicator: {
    zh: '该指标不由本单位评分，或重复',
    en: 'Not an indicator of your unit, or scored twice',
  },
  unknownLine: { zh: '检查表没有这一项，或重复', en: 'Not a line of the checklist, or said twice' },
  linesMissing: { zh: '检查表须逐项填写', en: 'Say of every line of the checklist what was seen' },
  lineFit: {
    zh: '该项未记为不符合，问题不能对应该项',
    en: 'That line is not said to be unfit: no finding stands on it',
  },
  lineUnfounded: {
    zh: '不符合的项目须写明发现的问题',
    en: 'A line that is not as it should be needs its finding',
  },
  orderDue: {
    zh: '严重问题和评估结果须责令整改，不能直接了结',
    en: 'A grave finding and the result of an evaluation need an order',
  },
  severityNeeded: {
    zh: '属实或有责任的须写明严重程度，其他结果不写',
    en: 'What is founded, or a fault, needs its severity, and nothing else has one',
  },
  visitPending: {
    zh: '据此发起的检查尚未记录，须待其结果',
    en: 'A visit called on it has no result yet: wait for that',
  },
  mattersOpen: {
    zh: '仍有未处理完的投诉或事故，不能注销备案',
    en: 'A complaint or an incident is still open: the filing stays until it is dealt with',
  },
  endNeeded: {
    zh: '须写明暂停期限或恢复条件',
    en: 'Say for how many days, or on which condition it ends',
  },
  suspensionPending: { zh: '已在研究暂停或已暂停服务', en: 'It is suspended, or that is being considered' },
  suspensionStands: {
    zh: '机构仍在暂停服务，须责令整改或作退出处理',
    en: 'It is still suspended: order rectification or propose an exit',
  },
  noStaffList: { zh: '本件没有人员名册', en: 'This case has no staff list' },
  unknownMember: { zh: '名册上没有此人，或已离岗', en: 'Nobody of that id is on the list' },
  unknownRole: { zh: '方案没有这一岗位', en: 'The plan has no such role' },
  unknownDocument: {
    zh: '方案没有这一证件，或重复',
    en: 'The plan has no such document, or it is there twice',
  },
  classKindUnfit: {
    zh: '保育岗位须写明所带班型，其他岗位不写',
    en: 'Whoever cares for a class says which kind, and nobody else does',
  },
  expiryNeeded: { zh: '此类证件须写明有效期', en: 'A document of this kind needs its last day' },
  documentExpired: {
    zh: '证件已过有效期，须录入有效的证件',
    en: 'The document has expired: enter one that is valid',
  },
  renewalDue: {
    zh: '已过期的证件须换新，不能删去',
    en: 'A document that has expired is renewed, not left out',
  },
  unknownMeasure: { zh: '方案没有这一退出方式', en: 'The plan has no such measure' },
  exitPending: { zh: '已在研究或办理退出', en: 'An exit is being considered already' },
  completionUnfit: {
    zh: '建成时间须晚于今天，且在十年以内',
    en: 'A completion lies ahead, and within ten years',
  },
  completionPast: {
    zh: '方案所列建成时间已过，须另定时间并说明理由',
    en: 'The completion that the plan prints is past: set another day, with a reason',
  },
  milestonesOpen: { zh: '其他建设节点尚未完成', en: 'Other milestones are still to be reached' },
  unknownMilestone: { zh: '方案没有这一建设节点', en: 'The plan has no such milestone' },
  unknownSite: { zh: '方案没有这一示范点', en: 'The plan has no such site' },
  unknownSubdistrict: { zh: '方案没有这一街道', en: 'The plan has no such subdistrict' },
  siteUnderWay: { zh: '该示范点建设已立件', en: 'The construction of this site is under way' },
  unknownLicence: {
    zh: '没有这一申报办件，或未获许可，或机构已退出',
    en: 'No such application, or it ended without a certificate, or its institution leaves',
  },
  licenceTaken: { zh: '该申报办件已关联其他示范点', en: 'Another site is linked with this application' },
  nameProposedAlready: {
    zh: '已拟定命名，不能再更改关联',
    en: 'The name was proposed: the link stands',
  },
  notCertified: {
    zh: '机构尚未关联、未取得证书或已退出，不能命名',
    en: 'The site is named once its institution is linked and certified, and stays',
  },
  noMatter: { zh: '本件没有须提交联席会议的事项', en: 'Nothing of this case is for the conference' },
  unknownUnit: { zh: '方案没有这一单位，或重复', en: 'The plan has no such unit, or it is named twice' },
  noCertificate: {
    zh: '机构没有有效证书，不能申请扶持',
    en: 'Only an institution with a valid certificate can be supported',
  },
  unknownSupport: { zh: '方案没有这一扶持措施', en: 'The plan has no such measure of support' },
  supportUnderWay: { zh: '该项扶持已申请或正在享受', en: 'This support is asked for or enjoyed already' },
  notEligible: { zh: '有扶持条件未满足，不能给予', en: 'Conditions are not met: it cannot be granted' },
  amountUnfit: {
    zh: '由财政拨付的扶持须写明金额，且拨付不超过核定金额',
    en: 'What the finance bureau pays needs an amount, and no more is paid than was granted',
  },
  lossPending: { zh: '已在研究取消命名', en: 'The loss of the name is being considered already' },
  reviewsPending: {
    zh: '仍有单位在会签期限内，须待其答复或逾期',
    en: 'Departments still have time to sign off: wait for them or for their limit',
  },
  objectionsUnanswered: {
    zh: '仍有未答复的异议，须先答复',
    en: 'Objections are still unanswered: answer them first',
  },
  procedurePending: {
    zh: '检查、检测、评审或听证尚未记录结果',
    en: 'An inspection, test, appraisal or hearing has no result yet',
  },
  hearingOpen: {
    zh: '举办者仍可申请听证，须待其答复或逾期',
    en: 'The applicant may still ask for a hearing: wait for that or for its limit',
  },
  hearingOffered: { zh: '已告知过听证权利', en: 'The applicant was told of the right to a hearing before' },
  procedureTooLong: { zh: '超过方案规定的最长时间', en: 'Longer than the plan gives it' },
  procedureRunning: { zh: '同类程序正在进行', en: 'One of this kind is under way' },
  noticeTooShort: { zh: '举行听证的时间须提前告知', en: 'A hearing is told of some days before' },
  presiderExamined: {
    zh: '听证主持人不得为本件审查人员',
    en: 'Whoever examined the case does not preside over its hearing',
  },
  presiderMissing: { zh: '听证须指定主持人', en: 'A hearing needs a presider' },
  notScheduled: { zh: '尚未安排时间地点', en: 'It is not scheduled yet' },
  notExtendable: { zh: '该期限依法不得延长', en: 'Nobody may extend this limit' },
  extensionTooLong: { zh: '超过可延长的天数', en: 'Longer than may be granted' },
  extensionGiven: { zh: '该期限已申请或已延长一次', en: 'An extension was asked for or granted already' },
  applicantAwaited: {
    zh: '已不予登记或不予同意，待举办者重新申请',
    en: 'It was declined already: the applicant has yet to apply again',
  },
  notReached: {
    zh: '只能移至已到过的环节，且不得退到已送达的决定之前',
    en: 'A case is moved to a stage that it has reached, and never behind a decision that was served',
  },
  notEarlier: { zh: '只能退回到更早的环节', en: 'Only an earlier stage can be returned to' },
  decisionStands: {
    zh: '决定已作出，不能退回到决定之前的环节',
    en: 'The decision stands: the case cannot return behind it',
  },
  unknownLetter: { zh: '本件没有此文书', en: 'The case has no such letter' },
  letterServed: { zh: '该文书已送达', en: 'The letter was served before' },
  noLetterWaits: { zh: '没有待签收的文书', en: 'No letter waits for its service' },
  letterVoid: { zh: '该文书已因更正失效', en: 'The letter is void: its act was amended' },
  unknownWorkItem: { zh: '本件没有此待办事项', en: 'The case has no such open work item' },
  unknownClock: { zh: '本件没有此期限', en: 'The case has no such clock' },
  statutoryLimit: {
    zh: '法定期限只能由有权机关延长',
    en: 'A statutory limit is extended by its own authority alone',
  },
  dateUnknown: { zh: '该日期尚未产生', en: 'The case has no such date yet' },
  repairPending: { zh: '已有待复核的更改', en: 'A repair waits for confirmation already' },
  wrongStep: { zh: '该环节不能进行此操作', en: 'This act does not answer this step' },
  wrongStage: {
    zh: '本件已过可以进行此操作的环节',
    en: 'The case has passed the stages in which this is possible',
  },
  notYourUnit: { zh: '该事项不属于您所在单位', en: "The work item is another unit's" },
  notYourCase: { zh: '本件不是您所代表的举办者提交的', en: 'Another applicant submitted this case' },
  notAtCounter: {
    zh: '本件不是窗口收件，由举办者自己办理',
    en: 'It did not come in at a counter: the applicant does this themselves',
  },
  roleMissing: { zh: '您没有办理此操作的岗位权限', en: 'Your account lacks the role for this act' },
  fourEyes: { zh: '拟稿人与签发人必须是两个人', en: 'Draft and signature need two people' },
  resultDiffers: {
    zh: '签发结果与拟稿不一致，请先退回拟稿',
    en: 'The signature differs from the draft: return the draft first',
  },
  findingsUnanswered: {
    zh: '仍有未答复的审查发现，须逐项答复',
    en: 'Findings are still unanswered: each needs an answer',
  },
  unknownFinding: { zh: '没有这一项审查发现', en: 'The case has no such finding' },
  reasonMissing: { zh: '提出异议须说明理由', en: 'An objection needs a reason' },
  materialsMissing: { zh: '材料不齐', en: 'Papers are missing' },
  dateInFuture: { zh: '日期不能晚于今天', en: 'The date lies in the future' },
  nothingOpen: {
    zh: '您没有本件的待办事项，不能查看联系人信息',
    en: 'You have no open work item on this case, so its contact is not shown',
  },
  dateOutOfOrder: {
    zh: '日期与前后环节的日期不符',
    en: 'The date does not fit those of the steps before and after',
  },
  dateTooEarly: { zh: '日期早于前一环节', en: 'The date lies before the step that leads here' },
} as const satisfies Readonly<Record<string, Label>>;
export type RefusalCode = keyof typeof refusals;

/** The record refuses an act: says why, where, and what is allowed instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly details: {
      readonly pointer?: string;
      readonly expected?: readonly string[];
      /** The papers that are missing: each is told. */
      readonly missing?: readonly { readonly id: string; readonly name: Label }[];
    } = {},
    readonly allowed: readonly AllowedAct[] = [],
  ) {
    super(`${code}: ${refusals[code].en}`);
  }
}
