import type { Act } from '../../domain/act';
import type { Label } from '../../domain/label';
import { staffFollows } from './staffFollows';

/** What follows from an act, told before somebody does it; an act that is not listed says enough by its name. */
export const follows: Readonly<Partial<Record<Act, Label>>> = {
  accept: {
    zh: '出具受理通知书，进入联审，审批期限自今日起算。',
    en: 'A notice of acceptance goes out, joint review begins, and the clock of the decision starts today.',
  },
  decline: {
    zh: '出具不予受理通知书，本件办结；申请人可以复议、诉讼或重新申报。',
    en: 'A notice of non-acceptance goes out and the case ends; the applicant may appeal or apply anew.',
  },
  requestCorrection: {
    zh: '一次性告知须补正的全部内容，等待申请人补正；受理期限暂不计算。',
    en: 'The applicant is told at once all that is missing; the clock of acceptance waits for it.',
  },
  correct: {
    zh: '补正内容交回窗口，继续审查是否受理。',
    en: 'What was mended goes back to the counter, which goes on with acceptance.',
  },
  claim: { zh: '由您承办，同事看到您已签收。', en: 'It is yours; colleagues see that you hold it.' },
  release: { zh: '退回本单位，其他同事可以签收。', en: 'It goes back to your unit for a colleague to take.' },
  delegate: { zh: '由另一位同事承办，期限不变。', en: 'A colleague has it from now on; its limit stays.' },
  signOff: {
    zh: '意见记入案卷，供牵头单位审批；提出异议的，须由牵头单位答复。',
    en: 'The opinion goes on the record for the decision; the lead has to answer an objection.',
  },
  answerObjection: {
    zh: '答复记入案卷，可以继续拟定决定。',
    en: 'The answer is recorded; the decision can be drafted.',
  },
  order: {
    zh: '告知申请人所需时间，其间不计入审批期限。',
    en: 'The applicant is told how long it takes; that time does not count towards the decision.',
  },
  draft: {
    zh: '交审批人签发；拟稿人不得自行签发。',
    en: 'It goes to a second person to sign; not to the drafter.',
  },
  returnDraft: { zh: '退经办人重新拟定。', en: 'It goes back to the case officer to be drafted anew.' },
  decide: {
    zh: '决定生效并向申请人送达；准予的进入登记，不予的本件办结。',
    en: 'The decision takes effect and is served; granted, the case goes to registration, refused, it ends.',
  },
  offerHearing: {
    zh: '申请人可在期限内申请听证。',
    en: 'The applicant may ask for a hearing within the limit.',
  },
  requestHearing: { zh: '将安排听证并另行通知。', en: 'A hearing will be held, and you are told when.' },
  waiveHearing: { zh: '不再举行听证，继续审批。', en: 'There will be no hearing; the decision goes on.' },
  requestExtension: {
    zh: '报有权机关批准；批准前期限不变。',
    en: 'The competent head decides; until then the limit stays.',
  },
  grantExtension: {
    zh: '期限延长，并告知申请人理由。',
    en: 'The limit is extended and the applicant is told why.',
  },
  consult: { zh: '请示期间期限照常计算。', en: 'The clock runs on while the question is open.' },
  remand: {
    zh: '本环节所有待办关闭，从所选环节重新办理；法定期限不重新起算。',
    en: 'All open work closes and the case goes on from that stage; limits of law are not started anew.',
  },
  endorse: { zh: '登记机关可以登记。', en: 'The registrar may register.' },
  declineEndorsement: {
    zh: '出具不予同意通知书，申请人可整改后重新申请。',
    en: 'A notice goes out; the applicant may mend it and apply again.',
  },
  register: {
    zh: '登记信息自动推送卫生健康部门，随后备案。',
    en: 'The registration is pushed to the health bureau; filing comes next.',
  },
  declineRegistration: {
    zh: '出具不予登记通知书，申请人可整改后重新申请。',
    en: 'A notice goes out; the applicant may mend it and apply again.',
  },
  reapply: { zh: '重新交登记机关办理。', en: 'It goes back to the registrar.' },
  file: {
    zh: '交备案机关，五个工作日内出具回执，同时核对材料。',
    en: 'It goes to the filing authority: a receipt within its limit, and a check of the papers.',
  },
  issueReceipt: {
    zh: '生成有签名的备案回执，送达申请人。',
    en: 'A signed filing receipt is made and served.',
  },
  confirm: { zh: '备案材料符合，可以发证。', en: 'The papers conform; the certificate can be issued.' },
  findNonConforming: {
    zh: '出具材料不符合告知书，并向社会公布。',
    en: 'A notice goes out and is made public.',
  },
  issue: {
    zh: '生成有签名的证书，机构列入公开名录，本件办结。',
    en: 'A signed certificate is made, the register lists the institution, the case ends.',
  },
  withdraw: {
    zh: '本件终止，不能恢复；可以重新申报。',
    en: 'The case ends and cannot be taken up again; you may apply anew.',
  },
  amend: {
    zh: '文书送达前收回所作操作，待办重新打开，原记录保留。',
    en: 'Before its letter is served the act is taken back and the work opens again; the record keeps both.',
  },
  acknowledge: {
    zh: '记为今日送达，复议、诉讼期限自送达起算。',
    en: 'It counts as served today; the time to appeal runs from there.',
  },
  serve: { zh: '记为已送达。', en: 'It counts as served.' },
  reassign: { zh: '由指定的人承办，期限不变。', en: 'Somebody else has it from now on; its limit stays.' },
  proposeRepair: {
    zh: '须由另一位管理员复核后才生效。',
    en: 'It takes effect once a second administrator has confirmed it.',
  },
  confirmRepair: {
    zh: '更改立即生效，待办和期限随之变动。',
    en: 'The repair takes effect at once: work and limits move.',
  },
  declineRepair: { zh: '不作更改。', en: 'Nothing is changed.' },
  callVisit: {
    zh: '由本单位和一同检查的单位检查，机构事先不知情。',
    en: 'Your unit inspects, and those who come along; the institution is not told before.',
  },
  answerComplaint: {
    zh: '投诉人凭编号和查询码可看到答复；属实的按检查发现处理。机构不知道有此投诉。',
    en: 'Whoever complained reads the answer by number and code; what is founded is dealt with as a finding. The institution is not told of the complaint.',
  },
  reportIncident: {
    zh: '立即通报卫健、公安、应急等单位，并由其中一家跟进；逾时报告的会注明。',
    en: 'The health bureau, the police and others are told at once, and one of them follows it up; a late report is noted as late.',
  },
  ...staffFollows,
  concludeIncident: {
    zh: '结果告知机构；有责任的按检查发现处理。',
    en: 'The institution is told; a fault is dealt with as a finding.',
  },
  recordVisit: {
    zh: '有发现的，交本单位经办人处理；没有的，本次检查结束。',
    en: 'What was found goes to a case officer of your unit; where nothing was, the visit is over.',
  },
  orderRectification: {
    zh: '出具责令整改通知书，整改期限自送达之日起算，报告后复查。',
    en: 'An order goes out; its days count from service, and a second inspection follows.',
  },
  reportRectification: { zh: '由责令单位复查。', en: 'Whoever ordered it inspects again.' },
  recordReinspection: {
    zh: '通过的了结，因评估责令的重新评估；未通过的由牵头单位研究处理。',
    en: 'Passed, it is over, or evaluated again after a rating; failed, the lead considers what follows.',
  },
  callSuspension: {
    zh: '由牵头单位研究是否暂停服务。',
    en: 'The lead considers whether to suspend it.',
  },
  proposeSuspension: {
    zh: '告知机构并听取意见，由另一人签发。',
    en: 'The institution is told and heard; a second person signs.',
  },
  proposeImmediateSuspension: {
    zh: '不事先听取意见，由另一人立即签发；仅限紧急危险。',
    en: 'Nobody is heard before, and a second person signs at once: for immediate danger alone.',
  },
  decideSuspension: {
    zh: '即日起名录和证书核验显示已暂停服务；机构报告整改，复查通过后恢复。检查和评估照常。',
    en: 'From today register and verification say suspended; it reports, a second inspection follows, then it is lifted. Visits and evaluation go on.',
  },
  liftSuspension: {
    zh: '即日起恢复服务，名录和证书核验不再显示暂停。',
    en: 'It reopens today; register and verification say suspended no more.',
  },
  requestExit: {
    zh: '由牵头单位研究，安置好婴幼儿和人员后注销。',
    en: 'The lead considers it; children and staff come first.',
  },
  proposeExit: {
    zh: '告知机构并听取意见，由另一人签发。',
    en: 'The institution is told and heard; a second person signs.',
  },
  decideExit: {
    zh: '决定送达；先安置婴幼儿和人员，再注销登记和备案，证书随之失效。',
    en: 'It is served; children and staff first, then registration and filing end, and the certificate with them.',
  },
  closeFiling: {
    zh: '证书即刻失效，名录注明退出。',
    en: 'The certificate is revoked at once; the register says so.',
  },
  selfAssess: { zh: '交各单位评分。', en: 'The units score next.' },
  score: {
    zh: '计入得分；拟定等级前可以更正。',
    en: 'It counts; it can be amended until a rating is proposed.',
  },
  proposeRating: {
    zh: '告知机构，可以陈述申辩；由另一人审定。',
    en: 'The institution is told and may answer; a second person confirms.',
  },
  submitSupport: {
    zh: '所需材料上传齐全后，交审核单位审核。',
    en: 'Once every paper is uploaded, it is examined.',
  },
  draftSupport: { zh: '交另一人签发。', en: 'A second person signs.' },
  signSupport: {
    zh: '决定送达；由财政拨付的交财政局，此后定期复核。',
    en: 'It is served; what is paid goes to the finance bureau, and it is looked at again in its rhythm.',
  },
  recheckSupport: {
    zh: '仍符合的继续扶持，由财政拨付的再次拨付；不符合的研究终止。',
    en: 'What still holds goes on and is paid again; what does not is considered.',
  },
  waiveSupport: { zh: '本项扶持终止。', en: 'The support ends.' },
  confer: {
    zh: '议定事项记入案卷，交所列单位落实；本件移出联席会议清单，有新情况时再列入。',
    en: 'It goes on the record and to the units named; the case leaves the list until something new comes up.',
  },
  reportMilestone: {
    zh: '注明完成之日的，该节点完成；不注明的，只记录进度。',
    en: 'With a day the milestone is reached; without one the report is kept and it stays open.',
  },
  reschedule: {
    zh: '尚未完成的各节点按新的建成时间重新推算；方案所列时间不变。',
    en: 'The milestones that are left get new days; what the plan prints stays in sight.',
  },
  linkLicence: {
    zh: '该机构的举办者可以查看本件；取得证书后可以命名。',
    en: 'Who applied may read this case; once certified, the site can be named.',
  },
  examineSite: { zh: '意见供牵头单位验收。', en: 'The lead has your opinion when it accepts the site.' },
  acceptSite: { zh: '进入命名。', en: 'Naming comes next.' },
  returnSite: {
    zh: '所列节点退回负责单位整改，建成后重新验收。',
    en: 'These milestones go back to the responsible unit; the site is accepted anew after that.',
  },
  proposeName: { zh: '交另一人签发。', en: 'A second person signs.' },
  declineName: { zh: '本件办结，不予命名。', en: 'The case ends and the site is not named.' },
  signName: {
    zh: '决定送达机构，并在公开名录公布。',
    en: 'It is served, and the register shows the site.',
  },
  proposeLoss: {
    zh: '告知机构，可以陈述申辩；由另一人签发。',
    en: 'The institution is told and may answer; a second person signs.',
  },
  signLoss: {
    zh: '决定送达，公开名录不再列为示范点。',
    en: 'It is served; the register shows the site no longer.',
  },
  confirmRating: {
    zh: '送达并公布；结果运用由监管办件处理。',
    en: 'It is served and published; what it leads to is asked in the supervision.',
  },
};
