import type { Labels } from './label';

/** The five service modes of the plan, 三(二)3. */
export const serviceModes = {
  family: { zh: '家庭服务模式', en: 'Family' },
  kindergarten: { zh: '托幼一体服务模式', en: 'Kindergarten with nursery classes' },
  community: { zh: '社区服务模式', en: 'Community' },
  employer: { zh: '单位自建服务模式', en: 'Employer-run' },
  private: { zh: '社会兴办服务模式', en: 'Privately run' },
} as const satisfies Labels<string>;
export type ServiceMode = keyof typeof serviceModes;

/** The service forms of the plan, 三(二)3. */
export const serviceForms = {
  fullDay: { zh: '全日制', en: 'Full day' },
  halfDay: { zh: '半日制', en: 'Half day' },
  hourly: { zh: '计时制', en: 'By the hour' },
  parentChild: { zh: '亲子园', en: 'Parent-child centre' },
  carePoint: { zh: '看护点', en: 'Care point' },
} as const satisfies Labels<string>;
export type ServiceForm = keyof typeof serviceForms;

/** Who owns the institution; decides the registration authority, 三(二)5. */
export const ownerships = {
  publicInstitution: { zh: '事业单位', en: 'Public institution' },
  nonProfit: { zh: '非营利性（民办非企业单位）', en: 'Non-profit' },
  forProfit: { zh: '营利性', en: 'For-profit' },
} as const satisfies Labels<string>;
export type Ownership = keyof typeof ownerships;

/** What the case needs at the registration authority. */
export const registrationKinds = {
  new: { zh: '设立登记', en: 'New registration' },
  change: { zh: '变更登记', en: 'Change of registration' },
  none: { zh: '无需登记', en: 'No registration' },
} as const satisfies Labels<string>;
export type RegistrationKind = keyof typeof registrationKinds;

/** What of a certified institution may change (变更). */
export const changes = {
  name: { zh: '名称变更', en: 'Name' },
  address: { zh: '地址变更', en: 'Address' },
  capacity: { zh: '托位数变更', en: 'Capacity' },
  head: { zh: '负责人变更', en: 'Head' },
  ownership: { zh: '机构性质变更', en: 'Ownership' },
  renewal: { zh: '证书续期', en: 'Renewal of the certificate' },
} as const satisfies Labels<string>;
export type Change = keyof typeof changes;

/** Whether one authority decides alone or several handle the case together (行政许可法 第四十二条). */
export const handlings = {
  single: { zh: '单独办理', en: 'Single authority' },
  joint: { zh: '联合办理', en: 'Joint handling' },
} as const satisfies Labels<string>;
export type Handling = keyof typeof handlings;

/** What a case is about: one application, the life of an institution, one year's evaluation of it, a site of Annex 2, a support. */
export const caseKinds = {
  licensing: { zh: '申报审批', en: 'Licensing' },
  supervision: { zh: '监管', en: 'Supervision' },
  evaluation: { zh: '年度评估', en: 'Annual evaluation' },
  construction: { zh: '示范点建设', en: 'Demonstration site' },
  support: { zh: '扶持', en: 'Support' },
} as const satisfies Labels<string>;
export type CaseKind = keyof typeof caseKinds;

/** The stages of every process, in the plan's order: licensing, supervision, evaluation, demonstration sites. */
export const stages = {
  acceptance: { zh: '受理', en: 'Acceptance' },
  jointReview: { zh: '联审', en: 'Joint review' },
  decision: { zh: '审批', en: 'Decision' },
  registration: { zh: '登记', en: 'Registration' },
  push: { zh: '推送', en: 'Push' },
  filing: { zh: '备案', en: 'Filing' },
  certificate: { zh: '发证', en: 'Certificate' },
  supervision: { zh: '监管', en: 'Supervision' },
  exit: { zh: '退出', en: 'Exit' },
  selfAssessment: { zh: '自评', en: 'Self-assessment' },
  scoring: { zh: '评分', en: 'Scoring' },
  rating: { zh: '评定', en: 'Rating' },
  construction: { zh: '建设', en: 'Construction' },
  siteAcceptance: { zh: '验收', en: 'Acceptance of the site' },
  naming: { zh: '命名', en: 'Naming' },
  named: { zh: '示范', en: 'Named' },
  supportReview: { zh: '扶持审核', en: 'Examination of support' },
  supportDecision: { zh: '扶持决定', en: 'Decision on support' },
  supported: { zh: '扶持中', en: 'Supported' },
} as const satisfies Labels<string>;
export type Stage = keyof typeof stages;

/** The kinds of steps that a stage is made of; each opens as a work item. */
export const steps = {
  accept: { zh: '受理', en: 'Accept' },
  review: { zh: '会签', en: 'Sign off' },
  draft: { zh: '拟定决定', en: 'Draft the decision' },
  decide: { zh: '签发决定', en: 'Sign the decision' },
  endorse: { zh: '业务主管单位审查同意', en: "Supervising authority's approval" },
  register: { zh: '登记', en: 'Register' },
  push: { zh: '推送登记信息', en: 'Push the registration or its end' },
  file: { zh: '提交备案材料', en: 'File' },
  receipt: { zh: '出具备案回执', en: 'Issue the filing receipt' },
  conformity: { zh: '核对备案材料', en: 'Check conformity' },
  issue: { zh: '发证', en: 'Issue the certificate' },
  correct: { zh: '补正材料', en: 'Correct the application' },
  answer: { zh: '答复异议', en: 'Answer the objection' },
  inspect: { zh: '现场检查', en: 'Inspect' },
  test: { zh: '检验检测', en: 'Test' },
  appraise: { zh: '专家评审', en: 'Have experts appraise' },
  requestHearing: { zh: '申请听证', en: 'Ask for a hearing' },
  hear: { zh: '听证', en: 'Hold the hearing' },
  forwardExtension: { zh: '转报延期申请', en: 'Forward the request for an extension' },
  grantExtension: { zh: '批准延期', en: 'Decide on the extension' },
  advise: { zh: '答复请示', en: 'Advise' },
  reapply: { zh: '重新申请登记', en: 'Apply for registration again' },
  serve: { zh: '送达文书', en: 'Serve the letter' },
  confirmRepair: { zh: '复核更改', en: 'Confirm the repair' },
  visit: { zh: '监督检查', en: 'Inspect on site' },
  handleComplaint: { zh: '处理投诉', en: 'Handle the complaint' },
  followUpIncident: { zh: '跟进事故', en: 'Follow up the incident' },
  orderRectification: { zh: '处理检查发现', en: 'Deal with what was found' },
  rectify: { zh: '整改', en: 'Rectify' },
  reinspect: { zh: '复查', en: 'Inspect again' },
  sanction: { zh: '研究退出处理', en: 'Consider the exit' },
  decideExit: { zh: '签发退出决定', en: 'Sign the exit decision' },
  suspend: { zh: '研究暂停服务', en: 'Consider a suspension' },
  decideSuspension: { zh: '签发暂停服务决定', en: 'Sign the suspension' },
  lift: { zh: '恢复服务', en: 'Lift the suspension' },
  place: { zh: '安置婴幼儿和人员', en: 'Arrange where children and staff go' },
  deregister: { zh: '注销登记', en: 'Deregister' },
  closeFiling: { zh: '注销备案', en: 'Close the filing' },
  selfAssess: { zh: '提交自评', en: 'Assess oneself' },
  score: { zh: '评分', en: 'Score' },
  rate: { zh: '拟定评估等级', en: 'Draft the rating' },
  contest: { zh: '陈述申辩', en: 'Answer the proposal' },
  confirmRating: { zh: '审定评估等级', en: 'Confirm the rating' },
  build: { zh: '报告建设进度', en: 'Report a milestone' },
  examineSite: { zh: '参加验收', en: 'Examine the site' },
  acceptSite: { zh: '验收示范点', en: 'Accept the site' },
  proposeName: { zh: '拟定示范点命名', en: 'Draft the naming' },
  signName: { zh: '签发示范点命名', en: 'Sign the naming' },
  considerLoss: { zh: '研究取消命名', en: 'Consider taking the name away' },
  signLoss: { zh: '签发取消命名决定', en: 'Sign the loss of the name' },
  submitSupport: { zh: '提交扶持申请材料', en: 'Hand in the papers of the request' },
  examineSupport: { zh: '审核扶持申请', en: 'Examine the request' },
  opineSupport: { zh: '提出财政意见', en: 'Say whether it can be paid' },
  draftSupport: { zh: '拟定扶持决定', en: 'Draft the decision on support' },
  signSupport: { zh: '签发扶持决定', en: 'Sign the decision on support' },
  paySupport: { zh: '拨付扶持资金', en: 'Pay the support' },
  recheckSupport: { zh: '复核扶持条件', en: 'Re-check the support' },
  considerSupportEnd: { zh: '研究终止扶持', en: 'Consider the end of support' },
  signSupportEnd: { zh: '签发终止扶持决定', en: 'Sign the end of support' },
  followUp: { zh: '落实联席会议议定事项', en: 'Carry out what the conference decided' },
} as const satisfies Labels<string>;
export type Step = keyof typeof steps;

/** How a case ended. */
export const outcomes = {
  certified: { zh: '已发证', en: 'Certified' },
  takenOver: { zh: '已纳管', en: 'Taken over' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  refused: { zh: '不予许可', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  rated: { zh: '已评定', en: 'Rated' },
  exited: { zh: '已退出', en: 'Exited' },
  discontinued: { zh: '已终止', en: 'Discontinued' },
  notNamed: { zh: '不予命名', en: 'Not named' },
  nameLost: { zh: '已取消命名', en: 'Lost its name' },
  supportRefused: { zh: '不予扶持', en: 'Support refused' },
  supportEnded: { zh: '扶持已终止', en: 'Support ended' },
} as const satisfies Labels<string>;
export type Outcome = keyof typeof outcomes;

/** What the people of a unit, and the others, may be. */
export const roles = {
  applicant: { zh: '举办者', en: 'Applicant' },
  intakeClerk: { zh: '窗口受理员', en: 'Intake clerk' },
  caseOfficer: { zh: '经办人', en: 'Case officer' },
  decisionMaker: { zh: '审批人', en: 'Decision maker' },
  reviewer: { zh: '会签人', en: 'Reviewer' },
  registrar: { zh: '登记员', en: 'Registrar' },
  filingOfficer: { zh: '备案经办人', en: 'Filing officer' },
  head: { zh: '负责人', en: 'Head' },
  coordinator: { zh: '督办员', en: 'Coordinator' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Labels<string>;
export type Role = keyof typeof roles;

/** The classes of the national standard (国卫人口发〔2019〕58号). */
export const classKinds = {
  infant: { zh: '乳儿班（6–12个月）', en: 'Infants, 6–12 months' },
  toddler: { zh: '托小班（12–24个月）', en: 'Younger toddlers, 12–24 months' },
  senior: { zh: '托大班（24–36个月）', en: 'Older toddlers, 24–36 months' },
  mixed: { zh: '混合编班（18个月以上）', en: 'Mixed, from 18 months' },
} as const satisfies Labels<string>;
export type ClassKind = keyof typeof classKinds;

/** Where a number or an assignment comes from, and so how far it can be relied on. */
export const sources = {
  plan: { zh: '实施方案', en: 'The plan itself' },
  government: { zh: '政府网站', en: 'A government page' },
  copy: { zh: '法规文本转载', en: 'A copy of the text on another site' },
  recalled: { zh: '凭记忆', en: 'Recalled only' },
  district: { zh: '区级设定', en: 'District setting' },
} as const satisfies Labels<string>;
export type Source = keyof typeof sources;

export const limitUnits = {
  workingDay: { zh: '个工作日', en: 'working days' },
  calendarDay: { zh: '日', en: 'calendar days' },
} as const satisfies Labels<string>;
export type LimitUnit = keyof typeof limitUnits;

/** The event from which a clock starts; counting begins the day after. */
export const startEvents = {
  receipt: { zh: '收到申请之日', en: 'Receipt of the application' },
  acceptance: { zh: '受理之日', en: 'Acceptance' },
  decision: { zh: '作出决定之日', en: 'Decision' },
  filingReceived: { zh: '收到备案材料之日', en: 'Receipt of the filing papers' },
  opened: { zh: '本环节开始之日', en: 'Opening of the step' },
} as const satisfies Labels<string>;
export type StartEvent = keyof typeof startEvents;

/** What the law or the plan attaches to a limit that passes in silence. */
export const silences = {
  deemedAccepted: { zh: '视为受理', en: 'Deemed accepted' },
  leadMayProceed: { zh: '牵头单位可径行决定并载明', en: 'The lead may go on, saying so on the record' },
  lapses: { zh: '逾期视为放弃', en: 'The right to ask lapses' },
  overdue: { zh: '逾期督办', en: 'Overdue, escalates' },
} as const satisfies Labels<string>;
export type Silence = keyof typeof silences;

/** Who may extend a clock (行政许可法 第四十二条). */
export const extensionAuthorities = {
  unitHead: { zh: '本行政机关负责人', en: 'Head of the authority' },
  governmentHead: { zh: '本级人民政府负责人', en: "Head of the people's government" },
} as const satisfies Labels<string>;
export type ExtensionAuthority = keyof typeof extensionAuthorities;

/** To whom a warning climbs (催办、督办). */
export const rungRecipients = {
  answerer: { zh: '经办人', en: 'Whoever has to act' },
  head: { zh: '单位负责人', en: 'Head of the unit' },
  office: { zh: '领导小组办公室', en: "The leading group's office" },
} as const satisfies Labels<string>;
export type RungRecipient = keyof typeof rungRecipients;

/** How a letter reached its addressee (送达). */
export const services = {
  mail: { zh: '电子邮件', en: 'E-mail' },
  portal: { zh: '系统签收', en: 'Taken note of in the portal' },
  paper: { zh: '当面交付', en: 'Handed over on paper' },
  post: { zh: '邮寄', en: 'By post' },
} as const satisfies Labels<string>;
export type Service = keyof typeof services;

/** Letters that carry a number and a seal (文书). */
export const letterKinds = {
  accepted: { zh: '受理通知书', en: 'Notice of acceptance' },
  notAccepted: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
  correction: { zh: '补正通知书', en: 'Notice of what is missing' },
  procedure: { zh: '不计入期限事项告知书', en: 'Notice of time that does not count' },
  hearingOffered: { zh: '听证告知书', en: 'Notice of the right to a hearing' },
  hearingNotice: { zh: '听证通知书', en: 'Notice of the hearing' },
  extension: { zh: '延长期限告知书', en: 'Notice of extension' },
  granted: { zh: '准予许可决定书', en: 'Decision: granted' },
  refused: { zh: '不予许可决定书', en: 'Decision: refused' },
  endorsementDeclined: { zh: '不予同意通知书', en: "Notice: supervising authority's approval declined" },
  registrationDeclined: { zh: '不予登记通知书', en: 'Notice: registration declined' },
  nonConforming: { zh: '备案材料不符合告知书', en: 'Notice: papers do not conform' },
  rectification: { zh: '责令整改通知书', en: 'Rectification order' },
  exitProposed: { zh: '拟作出退出决定告知书', en: 'Notice of a proposed exit' },
  exitDecided: { zh: '退出决定书', en: 'Decision: exit' },
  suspensionProposed: { zh: '拟暂停服务告知书', en: 'Notice of a proposed suspension' },
  suspensionDecided: { zh: '暂停服务决定书', en: 'Decision: suspension' },
  suspensionLifted: { zh: '恢复服务决定书', en: 'Decision: the suspension is lifted' },
  ratingProposed: { zh: '评估结果告知书', en: 'Notice of a proposed rating' },
  rated: { zh: '年度评估结果通知书', en: 'Annual evaluation: the rating' },
  named: { zh: '示范点命名决定书', en: 'Decision: named a demonstration site' },
  lossProposed: { zh: '拟取消示范点命名告知书', en: 'Notice of a proposed loss of the name' },
  nameLost: { zh: '取消示范点命名决定书', en: 'Decision: loss of the name' },
  supportGranted: { zh: '扶持决定书', en: 'Decision: support granted' },
  supportRefused: { zh: '不予扶持决定书', en: 'Decision: support refused' },
  supportEndProposed: { zh: '拟终止扶持告知书', en: 'Notice of a proposed end of support' },
  supportEnded: { zh: '终止扶持决定书', en: 'Decision: end of support' },
} as const satisfies Labels<string>;
export type LetterKind = keyof typeof letterKinds;
