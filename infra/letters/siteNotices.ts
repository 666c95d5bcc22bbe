import type { Notice, NoticeFacts } from './notice';
import { remedy } from './remedy';

/** The notices of a demonstration site (示范点): its name, and the loss of it. */
export const siteNotices = {
  named: (facts) => ({
    subject: { zh: '示范点命名决定书', en: 'Decision: named a demonstration site' },
    paragraphs: [
      {
        zh: `经验收，${facts.writer.zh}决定命名“${facts.institution}”为婴幼儿照护服务托育机构示范点。理由：${facts.reason}`,
        en: `After its acceptance, ${facts.writer.en} names “${facts.institution}” a demonstration site of childcare services. Grounds: ${facts.reason}`,
      },
      {
        zh: '示范点名单在公开名录上公布。',
        en: 'The demonstration sites are published on the public register.',
      },
    ],
  }),
  lossProposed: (facts) => ({
    subject: { zh: '拟取消示范点命名告知书', en: 'Notice of a proposed loss of the name' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}拟取消“${facts.institution}”的示范点命名。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} proposes that “${facts.institution}” should be a demonstration site no longer. Facts and grounds: ${facts.reason}`,
      },
      {
        zh: `您有权自收到本告知书之日起${facts.days}个工作日内陈述申辩，逾期视为放弃。`,
        en: `You have ${facts.days} working days from receiving this to state your case; after that the right lapses.`,
      },
    ],
  }),
  nameLost: (facts) => ({
    subject: { zh: '取消示范点命名决定书', en: 'Decision: loss of the name' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}决定取消“${facts.institution}”的示范点命名。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} has decided that “${facts.institution}” is a demonstration site no longer. Facts and grounds: ${facts.reason}`,
      },
      remedy(facts),
    ],
  }),
} as const satisfies Readonly<Record<string, (facts: NoticeFacts) => Notice>>;
