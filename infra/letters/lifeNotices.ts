import type { Notice, NoticeFacts } from './notice';
import { remedy } from './remedy';

/** The notices of an institution's life: supervision, exit, annual evaluation. */
export const lifeNotices = {
  complaintReceived: (facts) => ({
    subject: { zh: '已收到您的投诉', en: 'We have received your complaint' },
    paragraphs: [
      {
        zh: `您对“${facts.institution}”的投诉（编号 ${facts.complaint}）已于${facts.on.zh}收到，由${facts.handling.zh}处理，${facts.handlingDue.zh}前答复。`,
        en: `Your complaint about “${facts.institution}” (${facts.complaint}) was received on ${facts.on.en}. ${facts.handling.en} handles it and answers by ${facts.handlingDue.en}.`,
      },
      {
        zh: '您的身份和联系方式不会告知被投诉的机构。查询码只在提交时给出一次，请妥善保存。',
        en: 'The institution is not told who you are or how to reach you. The code was shown to you once, when you complained: please keep it.',
      },
    ],
  }),
  incidentReported: (facts) => ({
    subject: { zh: '事故报告', en: 'An incident was reported' },
    paragraphs: [
      {
        zh: `“${facts.institution}”报告：${facts.happenedAt.zh}发生${facts.incident.zh}，受伤害${facts.hurt}人。${facts.late ? '本报告已超过规定时限。' : ''}`,
        en: `“${facts.institution}” reports: ${lower(facts.incident.en)}, ${facts.happenedAt.en}, ${facts.hurt} hurt. ${facts.late ? 'It was reported later than it should be.' : ''}`,
      },
      { zh: facts.report, en: facts.report },
      {
        zh: `由${facts.handling.zh}跟进，${facts.handlingDue.zh}前办结。`,
        en: `${facts.handling.en} follows it up, by ${facts.handlingDue.en}.`,
      },
    ],
  }),
  incidentConcluded: (facts) => ({
    subject: { zh: '事故办结告知', en: 'What the follow-up of the incident came to' },
    paragraphs: [
      {
        zh: `“${facts.institution}”所报告的事故已办结：${facts.result.zh}。${facts.report}`,
        en: `The incident that “${facts.institution}” reported is concluded: ${lower(facts.result.en)}. ${facts.report}`,
      },
    ],
  }),
  complaintAnswered: (facts) => ({
    subject: { zh: '对您投诉的答复', en: 'The answer to your complaint' },
    paragraphs: [
      {
        zh: `${facts.handling.zh}对您投诉（编号 ${facts.complaint}）“${facts.institution}”一事的处理结果：${facts.result.zh}。`,
        en: `${facts.handling.en} has dealt with your complaint about “${facts.institution}” (${facts.complaint}): ${facts.result.en}.`,
      },
      { zh: `答复：${facts.answer}`, en: `The answer: ${facts.answer}` },
    ],
  }),
  staffDocumentsExpiring: (facts) => ({
    subject: { zh: '人员证件即将到期', en: 'Documents of your staff expire soon' },
    paragraphs: [
      {
        zh: `“${facts.institution}”人员名册中的以下证件将于${facts.on.zh}到期：${facts.documents.zh}。`,
        en: `These documents on the staff list of “${facts.institution}” expire on ${facts.on.en}: ${facts.documents.en}.`,
      },
      {
        zh: '请及时换证，并在系统人员名册中录入新证件；人员已离岗的，请记录离岗。到期未换的，将列为检查发现。',
        en: 'Please have them renewed and enter the new ones on the staff list; take whoever has left off it. What is not renewed by then is found.',
      },
    ],
  }),
  staffDocumentsExpired: (facts) => ({
    subject: { zh: '人员证件已过期', en: 'Documents of your staff have expired' },
    paragraphs: [
      {
        zh: `“${facts.institution}”人员名册中的以下证件已于${facts.on.zh}到期，尚未换新：${facts.documents.zh}。`,
        en: `These documents on the staff list of “${facts.institution}” expired on ${facts.on.en} and were not renewed: ${facts.documents.en}.`,
      },
      {
        zh: `此事由${facts.handling.zh}处理，可能责令整改。请尽快换证并录入新证件；在处理之前录入的，此事即了结。`,
        en: `${facts.handling.en} deals with it and may order you to rectify it. Renew them and enter the new ones soon: done before that, it is settled.`,
      },
    ],
  }),
  termEnding: (facts) => ({
    subject: { zh: '证书有效期即将届满', en: 'The term of your certificate ends soon' },
    paragraphs: [
      {
        zh: `“${facts.institution}”的托育机构备案证书有效期至${facts.on.zh}。继续提供服务的，请在届满前在系统中申请证书续期。`,
        en: `The certificate of “${facts.institution}” is valid until ${facts.on.en}. To go on, apply for its renewal before that.`,
      },
      {
        zh: '届满未续期的，公开名录和证书核验将显示已过有效期，并由监管单位研究后续处理。',
        en: 'Where it is not renewed by then, the register and verification say that it has expired, and its supervising unit considers what follows.',
      },
    ],
  }),
  rectification: (facts) => ({
    subject: { zh: '责令整改通知书', en: 'Rectification order' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}经检查，责令“${facts.institution}”自收到本通知之日起${facts.days}日内完成以下整改，并在系统中报告：`,
        en: `After an inspection, ${facts.writer.en} orders “${facts.institution}” to rectify the following within ${facts.days} days of receiving this, and to report it in the system:`,
      },
      { zh: facts.reason, en: facts.reason },
      {
        zh: '整改完成后将安排复查。',
        en: 'A second inspection follows once it is reported.',
      },
    ],
  }),
  reinspected: (facts) => ({
    subject: { zh: '复查结果', en: 'Result of the second inspection' },
    paragraphs: [
      {
        zh: `对“${facts.institution}”整改情况的复查结果：${facts.result.zh}。`,
        en: `The second inspection of “${facts.institution}”: ${facts.result.en}.`,
      },
    ],
  }),
  exitProposed: (facts) => ({
    subject: { zh: '拟作出退出决定告知书', en: 'Notice of a proposed exit' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}拟对“${facts.institution}”作出以下决定：${facts.measure.zh}。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} proposes for “${facts.institution}”: ${facts.measure.en}. Facts and grounds: ${facts.reason}`,
      },
      ...(facts.days === 0
        ? []
        : [
            {
              zh: `您有权自收到本告知书之日起${facts.days}个工作日内要求听证或陈述申辩，逾期视为放弃。`,
              en: `You have ${facts.days} working days from receiving this to ask for a hearing or to state your case; after that the right lapses.`,
            },
          ]),
    ],
  }),
  exitDecided: (facts) => ({
    subject: { zh: '退出决定书', en: 'Decision: exit' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}对“${facts.institution}”作出决定：${facts.measure.zh}。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} has decided for “${facts.institution}”: ${facts.measure.en}. Facts and grounds: ${facts.reason}`,
      },
      {
        zh: '请先妥善安置在托婴幼儿和从业人员，并在系统中报告；此后办理注销登记和注销备案。',
        en: 'First see to it that the children and the staff have somewhere to go, and report it in the system; deregistration and the end of the filing follow.',
      },
      remedy(facts),
    ],
  }),
  exited: (facts) => ({
    subject: { zh: '已退出', en: 'The exit is complete' },
    paragraphs: [
      {
        zh: `“${facts.institution}”的备案已注销，证书自即日起失效。`,
        en: `The filing of “${facts.institution}” is closed, and its certificate is revoked from today.`,
      },
    ],
  }),
  changeDiscontinued: (facts) => ({
    subject: { zh: '变更申请已终止', en: 'The application for a change has ended' },
    paragraphs: [
      {
        zh: `已对“${facts.institution}”作出退出决定，其变更申请（${facts.caseId}）不再办理，不会另发证书。`,
        en: `An exit of “${facts.institution}” is decided, so its application for a change (${facts.caseId}) goes no further and no other certificate is issued.`,
      },
    ],
  }),
  evaluationBegun: (facts) => ({
    subject: { zh: `${facts.year}年度评估开始`, en: `The evaluation of ${facts.year} has begun` },
    paragraphs: [
      {
        zh: `“${facts.institution}”的${facts.year}年度评估已开始，请在系统中提交自评。各单位逾期未评分的，不影响得分。`,
        en: `The evaluation of “${facts.institution}” for ${facts.year} has begun: please hand in your self-assessment. The silence of a unit does not count against you.`,
      },
    ],
  }),
  ratingProposed: (facts) => ({
    subject: { zh: '评估结果告知书', en: 'Notice of a proposed rating' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}拟将“${facts.institution}”${facts.year}年度评估评定为：${facts.rating.zh}${score(facts.score, '，得分 ')}。说明：${facts.reason}`,
        en: `${facts.writer.en} proposes to rate “${facts.institution}” for ${facts.year}: ${facts.rating.en}${score(facts.score, ', score ')}. ${facts.reason}`,
      },
      {
        zh: `您有权自收到本告知书之日起${facts.days}个工作日内陈述申辩，逾期视为放弃。`,
        en: `You have ${facts.days} working days from receiving this to state your case; after that the right lapses.`,
      },
    ],
  }),
  rated: (facts) => ({
    subject: { zh: '年度评估结果通知书', en: 'Annual evaluation: the rating' },
    paragraphs: [
      {
        zh: `“${facts.institution}”${facts.year}年度评估结果：${facts.rating.zh}${score(facts.score, '，得分 ')}。结果运用：${facts.leadsTo.zh}。`,
        en: `The evaluation of “${facts.institution}” for ${facts.year}: ${facts.rating.en}${score(facts.score, ', score ')}. It leads to: ${facts.leadsTo.en}.`,
      },
      ...(facts.answer === ''
        ? []
        : [
            {
              zh: `对陈述申辩的答复：${facts.answer}`,
              en: `The answer to your statement: ${facts.answer}`,
            },
          ]),
      remedy(facts),
    ],
  }),
} as const satisfies Readonly<Record<string, (facts: NoticeFacts) => Notice>>;

function score(value: string, before: string): string {
  return value === '' ? '' : `${before}${value}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
