import type { Label, Locale } from '../../domain/label';
import { caseUrlOf, type Letterhead } from './letterhead';
import { greeting, type Notice, type NoticeFacts } from './notice';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const closing = (facts: NoticeFacts, { publicUrl }: Letterhead): Label => {
  const { zh, en } = wayIn(facts, publicUrl);
  if (facts.addressee.kind === 'complainant') {
    return {
      zh: `投诉编号 ${facts.complaint}。${zh}本邮件由系统发出，请勿直接回复。`,
      en: `Number of the complaint: ${facts.complaint}. ${en} This mail was sent by the system; please do not reply.`,
    };
  }
  return {
    zh: `办件编号 ${facts.caseId}。${zh}本邮件由系统发出，请勿直接回复。`,
    en: `Case number ${facts.caseId}. ${en} This mail was sent by the system; please do not reply.`,
  };
};

/** Colleagues go straight to the case; where a link leads they sign in, and no link ever acts. */
function wayIn({ addressee, caseId }: NoticeFacts, publicUrl: string): Label {
  if (addressee.kind === 'applicant') {
    return {
      zh: `查询进度请登录 ${publicUrl} 。`,
      en: `To follow it, sign in at ${publicUrl} .`,
    };
  }
  if (addressee.kind === 'complainant') {
    const address = `${publicUrl}/complaints/status`;
    return {
      zh: `凭编号和查询码查询请打开 ${address} 。`,
      en: `To follow it, with its number and code: ${address} .`,
    };
  }
  const address = caseUrlOf(publicUrl, caseId);
  return { zh: `办理请打开 ${address} 。`, en: `Open the case at ${address} .` };
}

/** The mail only carries the letter: what counts is the paper under its number. */
const enclosed = ({ letterNo }: NoticeFacts): Label => ({
  zh: `正式文书（${letterNo}）见附件。`,
  en: `The letter itself (${letterNo}) is attached.`,
});

/** Renders a notice as a mail: both languages, the recipient's first. */
export function renderNotice(
  notice: Notice,
  facts: NoticeFacts,
  letterhead: Letterhead,
  locale: Locale,
): RenderedMail {
  const enclosure = facts.letterNo === '' ? [] : [enclosed(facts)];
  const paragraphs = [greeting(facts), ...notice.paragraphs, ...enclosure, closing(facts, letterhead)];
  const about = facts.addressee.kind === 'complainant' ? facts.complaint : facts.caseId;
  return inBothLanguages({ ...notice, paragraphs }, `（${about}）`, locale);
}

/** Renders a mail of the day, in which something is gathered for colleagues. */
export function renderDigest(
  digest: Notice,
  { addressee }: Pick<NoticeFacts, 'addressee'>,
  { publicUrl }: Letterhead,
  locale: Locale,
): RenderedMail {
  const end = {
    zh: `办理请登录 ${publicUrl} 。本邮件由系统发出，请勿直接回复。`,
    en: `To see to it, sign in at ${publicUrl} . This mail was sent by the system; please do not reply.`,
  };
  const paragraphs = [greeting({ addressee }), ...digest.paragraphs, end];
  return inBothLanguages({ ...digest, paragraphs }, '', locale);
}

function inBothLanguages({ subject, paragraphs }: Notice, about: string, locale: Locale): RenderedMail {
  const order: readonly Locale[] = locale === 'en' ? ['en', 'zh'] : ['zh', 'en'];
  return {
    subject: `【一窗】${order.map((each) => subject[each]).join(' / ')}${about}`,
    text: order.map((each) => paragraphs.map((label) => label[each]).join('\n\n')).join('\n\n――――――\n\n'),
    html: page(subject[locale], order.map((each) => section(paragraphs, each)).join('<hr>')),
  };
}

function section(paragraphs: readonly Label[], locale: Locale): string {
  const lines = paragraphs.map((label) => `<p>${linked(escape(label[locale]))}</p>`).join('\n');
  return `<div lang="${locale === 'zh' ? 'zh-CN' : 'en'}">\n${lines}\n</div>`;
}

/** Mail programs keep little but inline styles. */
const style =
  "font-family:'PingFang SC','Microsoft YaHei','Noto Sans SC',system-ui,sans-serif;line-height:1.7;max-width:42em;color:#1b1f24";

function page(title: string, body: string): string {
  const head = `<head><meta charset="utf-8"><title>${escape(title)}</title></head>`;
  return `<!doctype html><html lang="zh-CN">${head}<body style="${style}">${body}</body></html>`;
}

/** Addresses in a text, which templates set off by spaces, become links. */
function linked(markup: string): string {
  return markup.replace(/https?:\/\/\S+/g, (address) => `<a href="${address}">${address}</a>`);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
