import type { Notice, NoticeFacts } from './notice';
import { remedy } from './remedy';

/** The notices of support (扶持): granted, refused, ended. */
export const supportNotices = {
  supportGranted: (facts) => ({
    subject: { zh: '扶持决定书', en: 'Decision: support granted' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}决定给予“${facts.institution}”：${facts.measure.zh}${facts.amount.zh}。理由：${facts.reason}`,
        en: `${facts.writer.en} grants “${facts.institution}”: ${facts.measure.en}${facts.amount.en}. Grounds: ${facts.reason}`,
      },
      { zh: '扶持条件将定期复核。', en: 'Its conditions are looked at again regularly.' },
    ],
  }),
  supportRefused: (facts) => ({
    subject: { zh: '不予扶持决定书', en: 'Decision: support refused' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}决定不予“${facts.institution}”：${facts.measure.zh}。理由：${facts.reason}`,
        en: `${facts.writer.en} refuses “${facts.institution}”: ${facts.measure.en}. Grounds: ${facts.reason}`,
      },
      remedy(facts),
    ],
  }),
  supportEndProposed: (facts) => ({
    subject: { zh: '拟终止扶持告知书', en: 'Notice of a proposed end of support' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}拟终止对“${facts.institution}”的扶持：${facts.measure.zh}。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} proposes to end the support of “${facts.institution}”: ${facts.measure.en}. Facts and grounds: ${facts.reason}`,
      },
      {
        zh: `您有权自收到本告知书之日起${facts.days}个工作日内陈述申辩，逾期视为放弃。`,
        en: `You have ${facts.days} working days from receiving this to state your case; after that the right lapses.`,
      },
    ],
  }),
  supportEnded: (facts) => ({
    subject: { zh: '终止扶持决定书', en: 'Decision: end of support' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}决定终止对“${facts.institution}”的扶持：${facts.measure.zh}。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} has ended the support of “${facts.institution}”: ${facts.measure.en}. Facts and grounds: ${facts.reason}`,
      },
      remedy(facts),
    ],
  }),
  supportLapsed: (facts) => ({
    subject: { zh: '扶持已失效', en: 'The support has lapsed' },
    paragraphs: [
      {
        zh: `“${facts.institution}”退出，其扶持自即日起失效：${facts.measure.zh}。此后不再拨付。`,
        en: `“${facts.institution}” leaves, and with it its support ends today: ${facts.measure.en}. Nothing more is paid.`,
      },
    ],
  }),
} as const satisfies Readonly<Record<string, (facts: NoticeFacts) => Notice>>;
