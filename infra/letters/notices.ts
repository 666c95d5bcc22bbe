import type { Label } from '../../domain/label';
import type { NoticeTemplate } from '../../domain/notice';
import { lifeNotices } from './lifeNotices';
import type { Notice, NoticeFacts } from './notice';
import { remedy } from './remedy';
import { siteNotices } from './siteNotices';
import { supportNotices } from './supportNotices';
import { suspensionNotices } from './suspensionNotices';

/** Every notice, one template each: the words of its mail, and of its letter where it is one. */
export const notices: Readonly<Record<NoticeTemplate, (facts: NoticeFacts) => Notice>> = {
  ...lifeNotices,
  ...siteNotices,
  ...supportNotices,
  ...suspensionNotices,
  submissionReceived: (facts) => ({
    subject: { zh: '已收到您的申请', en: 'We have received your application' },
    paragraphs: [
      {
        zh: `您为“${facts.institution}”提交的托育机构申请已于${facts.receivedOn.zh}收到，由${facts.accepting.zh}办理受理。`,
        en: `Your application for the childcare institution “${facts.institution}” was received on ${facts.receivedOn.en}. ${facts.accepting.en} handles its acceptance.`,
      },
      {
        zh: `受理机关应于${facts.acceptanceDue.zh}前（含当日）告知是否受理及需要补正的全部内容；逾期不告知的，自收到申请之日起即为受理（行政许可法 第三十二条）。`,
        en: `You will be told by ${facts.acceptanceDue.en} whether it is accepted and all that is missing; if you are not, it counts as accepted from the day of receipt (Administrative Licensing Law, Article 32).`,
      },
    ],
  }),
  accepted: (facts) => ({
    subject: { zh: '受理通知书', en: 'Notice of acceptance' },
    paragraphs: [
      {
        zh: `“${facts.institution}”的申请已于${facts.acceptedOn.zh}由${facts.accepting.zh}受理。`,
        en: `${facts.accepting.en} accepted the application for “${facts.institution}” on ${facts.acceptedOn.en}.`,
      },
      decisionLimit(facts),
    ],
  }),
  deemedAccepted: (facts) => ({
    subject: { zh: '视为受理告知书', en: 'Your application is deemed accepted' },
    paragraphs: [
      {
        zh: `受理机关未在法定期限内告知，“${facts.institution}”的申请自收到之日（${facts.acceptedOn.zh}）起即为受理（行政许可法 第三十二条）。`,
        en: `No answer was given within the statutory limit, so the application for “${facts.institution}” counts as accepted from the day of its receipt, ${facts.acceptedOn.en} (Administrative Licensing Law, Article 32).`,
      },
      decisionLimit(facts),
    ],
  }),
  notAccepted: (facts) => ({
    subject: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
    paragraphs: [
      {
        zh: `${facts.accepting.zh}决定不予受理“${facts.institution}”的申请。理由：${facts.reason}`,
        en: `${facts.accepting.en} does not accept the application for “${facts.institution}”. Reason: ${facts.reason}`,
      },
      remedy(facts),
    ],
  }),
  granted: (facts) => ({
    subject: { zh: '准予许可决定书', en: 'Decision: application granted' },
    paragraphs: [
      {
        zh: `${facts.deciding.zh}于${facts.decidedOn.zh}作出决定（${facts.decisionNo}）：准予“${facts.institution}”的申请。`,
        en: `On ${facts.decidedOn.en}, ${facts.deciding.en} granted the application for “${facts.institution}” (${facts.decisionNo}).`,
      },
      { zh: `理由：${facts.reason}`, en: `Grounds: ${facts.reason}` },
      ...silent(facts),
    ],
  }),
  refused: (facts) => ({
    subject: { zh: '不予许可决定书', en: 'Decision: application refused' },
    paragraphs: [
      {
        zh: `${facts.deciding.zh}于${facts.decidedOn.zh}作出决定（${facts.decisionNo}）：不予许可“${facts.institution}”的申请。理由：${facts.reason}`,
        en: `On ${facts.decidedOn.en}, ${facts.deciding.en} refused the application for “${facts.institution}” (${facts.decisionNo}). Grounds: ${facts.reason}`,
      },
      ...silent(facts),
      remedy(facts),
    ],
  }),
  registered: (facts) => ({
    subject: { zh: '登记完成', en: 'Registered' },
    paragraphs: [
      {
        zh: `“${facts.institution}”已由${facts.registrar.zh}登记，统一社会信用代码 ${facts.unifiedCode}。登记信息将推送至${facts.filing.zh}。`,
        en: `“${facts.institution}” was registered by ${facts.registrar.en} under the unified social credit code ${facts.unifiedCode}. The registration is pushed to ${facts.filing.en}.`,
      },
      {
        zh: `请及时向${facts.filing.zh}备案（实施方案三(二)5）。`,
        en: `Please file promptly with ${facts.filing.en} (the plan, 3(2)5).`,
      },
    ],
  }),
  filingReceipt: (facts) => ({
    subject: { zh: '托育机构备案回执', en: 'Filing receipt' },
    paragraphs: [
      {
        zh: `${facts.filing.zh}已收到“${facts.institution}”的备案材料，备案回执编号 ${facts.receiptNo}，见附件。备案材料的核对同时进行。`,
        en: `${facts.filing.en} has received the filing papers of “${facts.institution}”. The receipt ${facts.receiptNo} is attached. The check of the papers goes on beside it.`,
      },
    ],
  }),
  certificate: (facts) => ({
    subject: { zh: '托育机构备案证书', en: 'Filing certificate' },
    paragraphs: [
      {
        zh: `“${facts.institution}”的证书已签发，编号 ${facts.certificateNo}，见附件。任何人都可以在 ${facts.verifyUrl} 核验。`,
        en: `The certificate of “${facts.institution}”, ${facts.certificateNo}, has been issued and is attached. Anyone can check it at ${facts.verifyUrl} .`,
      },
    ],
  }),
  correction: (facts) => ({
    subject: { zh: '补正通知书', en: 'Notice of what is missing' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}经审查，“${facts.institution}”的申请材料须补正以下内容（一次性告知，行政许可法第三十二条）：`,
        en: `${facts.writer.en} has found that the following is missing in the application for “${facts.institution}” (all of it is told at once: Administrative Licensing Law, Article 32):`,
      },
      ...facts.missing.map(({ no, text }) => ({ zh: `${no}. ${text}`, en: `${no}. ${text}` })),
      {
        zh: `请于${facts.correctionDue.zh}前逐项补正。补正期间不计入受理期限。`,
        en: `Please mend each by ${facts.correctionDue.en}. The time until then does not count towards acceptance.`,
      },
    ],
  }),
  procedure: (facts) => ({
    subject: { zh: '不计入期限事项告知书', en: 'Notice of time that does not count' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}因办理“${facts.institution}”的申请需要进行${facts.procedure.zh}，所需时间${facts.days}日，不计入办理期限（行政许可法第四十五条）。理由：${facts.reason}`,
        en: `For the application for “${facts.institution}”, ${facts.writer.en} needs ${facts.days} days to: ${lower(facts.procedure.en)}. This time does not count towards the limit (Administrative Licensing Law, Article 45). Reason: ${facts.reason}`,
      },
    ],
  }),
  hearingOffered: (facts) => ({
    subject: { zh: '听证告知书', en: 'Notice of the right to a hearing' },
    paragraphs: [
      {
        zh: `“${facts.institution}”的申请可能涉及重大利益关系，您有权要求听证；请在被告知之日起五日内提出，逾期视为放弃（行政许可法第四十七条）；听证所需时间不计入办理期限（第四十五条）。事由：${facts.reason}`,
        en: `You have the right to a hearing on the application for “${facts.institution}”: ask for it within five days of being told, or the right lapses (Administrative Licensing Law, Article 47); the time of a hearing does not count towards the limit (Article 45). Matter: ${facts.reason}`,
      },
    ],
  }),
  hearingNotice: (facts) => ({
    subject: { zh: '听证通知书', en: 'Notice of the hearing' },
    paragraphs: [
      {
        zh: `“${facts.institution}”一案的听证定于${facts.on.zh}在${facts.place}举行，请准时参加。听证所需时间不计入办理期限（行政许可法第四十五条）。`,
        en: `The hearing on “${facts.institution}” takes place on ${facts.on.en} at ${facts.place}. Its time does not count towards the limit (Administrative Licensing Law, Article 45).`,
      },
    ],
  }),
  extension: (facts) => ({
    subject: { zh: '延长期限告知书', en: 'Notice of extension' },
    paragraphs: [
      {
        zh: `“${facts.institution}”一案的办理期限经批准延长${facts.days}日。理由：${facts.reason}`,
        en: `The limit for “${facts.institution}” has been extended by ${facts.days} days. Reason: ${facts.reason}`,
      },
    ],
  }),
  remanded: (facts) => ({
    subject: { zh: '办件已退回上一环节', en: 'Your case has returned to an earlier stage' },
    paragraphs: [
      {
        zh: `“${facts.institution}”一案已退回“${facts.stage.zh}”环节重新办理。理由：${facts.reason}`,
        en: `The case of “${facts.institution}” has returned to the stage “${facts.stage.en}”. Reason: ${facts.reason}`,
      },
    ],
  }),
  endorsementDeclined: (facts) => ({
    subject: { zh: '不予同意通知书', en: "Notice: supervising authority's approval declined" },
    paragraphs: [
      {
        zh: `${facts.writer.zh}作为业务主管单位，不同意“${facts.institution}”设立登记。理由：${facts.reason}。整改后可在系统中重新申请。`,
        en: `${facts.writer.en}, the supervising authority, does not agree to the registration of “${facts.institution}”. Reason: ${facts.reason}. Once this is mended you can apply again.`,
      },
      remedy(facts),
    ],
  }),
  registrationDeclined: (facts) => ({
    subject: { zh: '不予登记通知书', en: 'Notice: registration declined' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}决定不予登记“${facts.institution}”。理由：${facts.reason}。整改后可在系统中重新申请登记。`,
        en: `${facts.writer.en} has declined to register “${facts.institution}”. Reason: ${facts.reason}. Once this is mended you can apply for registration again.`,
      },
      remedy(facts),
    ],
  }),
  nonConforming: (facts) => ({
    subject: { zh: '备案材料不符合告知书', en: 'Notice: papers do not conform' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}核对认为“${facts.institution}”的备案材料不符合要求，并将予以公开（国卫办人口发〔2019〕25号）。理由：${facts.reason}。请改正后重新提交备案。`,
        en: `${facts.writer.en} finds that the filing papers of “${facts.institution}” do not conform, and will publish this (国卫办人口发〔2019〕25号). Reason: ${facts.reason}. Please mend them and file again.`,
      },
    ],
  }),
  warning: (facts) => ({
    subject: warningSubject(facts),
    paragraphs: [
      {
        zh: `“${facts.institution}”一案（${facts.caseId}）：${facts.workItem?.unit.zh ?? ''}的“${facts.workItem?.step.zh ?? ''}”期限为${facts.workItem?.due.zh ?? ''}${facts.workItem?.passed ? '，已逾期' : ''}，请及时办理。`,
        en: `Case ${facts.caseId}, “${facts.institution}”: “${facts.workItem?.step.en ?? ''}” of ${facts.workItem?.unit.en ?? ''} ${facts.workItem?.passed ? 'was' : 'is'} due on ${facts.workItem?.due.en ?? ''}${facts.workItem?.passed ? ' and is overdue' : ''}. Please see to it.`,
      },
    ],
  }),
  withdrawn: (facts) => ({
    subject: { zh: '申请已撤回', en: 'Application withdrawn' },
    paragraphs: [
      {
        zh: `按您的要求，“${facts.institution}”的申请已撤回，本件办结。`,
        en: `At your request the application for “${facts.institution}” is withdrawn and the case is closed.`,
      },
      ...atCounter(facts),
    ],
  }),
};

function warningSubject({ workItem }: NoticeFacts) {
  return workItem?.passed ? { zh: '逾期督办', en: 'Overdue' } : { zh: '到期提醒', en: 'Due soon' };
}

/** A label within a sentence. */
function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function decisionLimit(facts: NoticeFacts) {
  return {
    zh: `审批决定期限：${facts.decisionLimit.zh}。`,
    en: `The decision is due within ${facts.decisionLimit.en}.`,
  };
}

/** What a clerk did for the applicant, who may not know of it. */
function atCounter({ counter }: NoticeFacts): Label[] {
  if (counter.zh === '') return [];
  return [
    {
      zh: `撤回由${counter.zh}窗口代为办理；如非您要求，请立即联系该窗口。`,
      en: `It was withdrawn for you at the counter of ${counter.en}: tell them at once if you did not ask for it.`,
    },
  ];
}

/** A silence is never agreement: a decision that was made without a department says so. */
function silent({ without }: NoticeFacts): Label[] {
  if (without.length === 0) return [];
  return [
    {
      zh: `${without.map(({ zh }) => zh).join('、')}未在规定期限内反馈意见，本决定系在其未反馈意见的情况下作出，特此载明。`,
      en: `This decision was made without the opinion of ${without.map(({ en }) => en).join(', ')}, which did not answer within the limit.`,
    },
  ];
}
