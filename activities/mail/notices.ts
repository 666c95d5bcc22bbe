import type { NoticeTemplate } from '../../domain/notice';
import type { Notice, NoticeFacts } from './letter';

/** Every notice to the applicant, one template each. */
export const notices: Readonly<Record<NoticeTemplate, (facts: NoticeFacts) => Notice>> = {
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
    ],
  }),
  refused: (facts) => ({
    subject: { zh: '不予许可决定书', en: 'Decision: application refused' },
    paragraphs: [
      {
        zh: `${facts.deciding.zh}于${facts.decidedOn.zh}作出决定（${facts.decisionNo}）：不予许可“${facts.institution}”的申请。理由：${facts.reason}`,
        en: `On ${facts.decidedOn.en}, ${facts.deciding.en} refused the application for “${facts.institution}” (${facts.decisionNo}). Grounds: ${facts.reason}`,
      },
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
  withdrawn: (facts) => ({
    subject: { zh: '申请已撤回', en: 'Application withdrawn' },
    paragraphs: [
      {
        zh: `按您的要求，“${facts.institution}”的申请已撤回，本件办结。`,
        en: `At your request the application for “${facts.institution}” is withdrawn and the case is closed.`,
      },
    ],
  }),
};

function decisionLimit(facts: NoticeFacts) {
  return {
    zh: `审批决定期限：${facts.decisionLimit.zh}。`,
    en: `The decision is due within ${facts.decisionLimit.en}.`,
  };
}

function remedy(facts: NoticeFacts) {
  return {
    zh: `如不服本决定，可${facts.remedyLimit.zh}向${facts.remedyBody.zh}申请行政复议。`,
    en: `You may apply to ${facts.remedyBody.en} for administrative review ${facts.remedyLimit.en}.`,
  };
}
