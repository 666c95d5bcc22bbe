import type { Label } from '../../domain/label';
import type { Notice, NoticeFacts } from './notice';
import { remedy } from './remedy';

/** The notices of a suspension (暂停服务). */
export const suspensionNotices = {
  suspensionProposed: (facts) => ({
    subject: { zh: '拟暂停服务告知书', en: 'Notice of a proposed suspension' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}拟责令“${facts.institution}”暂停服务。事实和理由：${facts.reason}`,
        en: `${facts.writer.en} proposes to suspend “${facts.institution}”. Facts and grounds: ${facts.reason}`,
      },
      ending(facts),
      {
        zh: `您有权自收到本告知书之日起${facts.days}个工作日内要求听证或陈述申辩，逾期视为放弃。`,
        en: `You have ${facts.days} working days from receiving this to ask for a hearing or to state your case; after that the right lapses.`,
      },
    ],
  }),
  suspensionDecided: (facts) => ({
    subject: { zh: '暂停服务决定书', en: 'Decision: suspension' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}决定，“${facts.institution}”自${facts.on.zh}起暂停服务。事实和理由：${facts.reason}${unheard(facts).zh}`,
        en: `${facts.writer.en} has decided that “${facts.institution}” is suspended from ${facts.on.en}. Facts and grounds: ${facts.reason}${unheard(facts).en}`,
      },
      ending(facts),
      {
        zh: '暂停期间不得收托，请安排好在托婴幼儿并告知家长；期满前报告整改，复查通过后恢复。',
        en: 'Take no child in meanwhile, see to those enrolled, tell their parents, and report when it is rectified: it is then inspected again.',
      },
      remedy(facts),
    ],
  }),
  suspensionLifted: (facts) => ({
    subject: { zh: '恢复服务决定书', en: 'Decision: the suspension is lifted' },
    paragraphs: [
      {
        zh: `${facts.writer.zh}经复查，决定“${facts.institution}”自${facts.on.zh}起恢复服务。${facts.reason}`,
        en: `After a second inspection, ${facts.writer.en} has decided that “${facts.institution}” may open again from ${facts.on.en}. ${facts.reason}`,
      },
    ],
  }),
} as const satisfies Readonly<Record<string, (facts: NoticeFacts) => Notice>>;

/** Why nobody was heard before. */
function unheard({ danger }: NoticeFacts): Label {
  if (danger === '') return none;
  return {
    zh: `情况紧急，未事先听取意见：${danger}`,
    en: ` Not heard before, the danger being immediate: ${danger}`,
  };
}

/** When and how a suspension ends: it has days, a condition, or both. */
function ending({ suspendedFor, condition }: NoticeFacts): Label {
  const days =
    suspendedFor === 0
      ? none
      : {
          zh: `暂停期限：自送达之日起${suspendedFor}日，以决定书恢复。`,
          en: `It lasts ${suspendedFor} days from service and ends by a decision alone. `,
        };
  const until =
    condition === '' ? none : { zh: `恢复条件：${condition}`, en: `It is lifted once: ${condition}` };
  return { zh: days.zh + until.zh, en: (days.en + until.en).trim() };
}

const none: Label = { zh: '', en: '' };
