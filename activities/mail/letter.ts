import type { Label, Locale } from '../../domain/label';

/** What a notice says of its case: names are resolved, dates are in words. */
export interface NoticeFacts {
  readonly caseId: string;
  readonly organisation: string;
  readonly institution: string;
  readonly receivedOn: Label;
  readonly acceptedOn: Label;
  readonly decidedOn: Label;
  readonly decisionNo: string;
  readonly accepting: Label;
  readonly deciding: Label;
  readonly registrar: Label;
  readonly filing: Label;
  /** How long the decision may take, in words, with its clause. */
  readonly decisionLimit: Label;
  /** The last day on which the applicant may be told. */
  readonly acceptanceDue: Label;
  /** The words of the act: a reason for not accepting, the grounds of a decision. */
  readonly reason: string;
  readonly remedyBody: Label;
  /** From when and how long, as the plan file words it. */
  readonly remedyLimit: Label;
  readonly unifiedCode: string;
  readonly receiptNo: string;
  readonly certificateNo: string;
  readonly verifyUrl: string;
}

/** A notice in both languages: a subject, and paragraphs. */
export interface Notice {
  readonly subject: Label;
  readonly paragraphs: readonly Label[];
}

/** What stands on every letter of the house. */
export interface Letterhead {
  readonly publicUrl: string;
}

interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const greeting = (facts: NoticeFacts): Label => ({
  zh: `${facts.organisation}：`,
  en: `To ${facts.organisation},`,
});

const closing = (facts: NoticeFacts, letterhead: Letterhead): Label => ({
  zh: `办件编号 ${facts.caseId}。查询进度请登录 ${letterhead.publicUrl} 。本邮件由系统发出，请勿直接回复。`,
  en: `Case number ${facts.caseId}. To follow it, sign in at ${letterhead.publicUrl} . This mail was sent by the system; please do not reply.`,
});

/** Renders a notice as a mail: both languages, the recipient's first. */
export function renderNotice(
  notice: Notice,
  facts: NoticeFacts,
  letterhead: Letterhead,
  locale: Locale,
): Rendered {
  const paragraphs = [greeting(facts), ...notice.paragraphs, closing(facts, letterhead)];
  const order: readonly Locale[] = locale === 'en' ? ['en', 'zh'] : ['zh', 'en'];
  return {
    subject: `【一窗】${order.map((each) => notice.subject[each]).join(' / ')}（${facts.caseId}）`,
    text: order.map((each) => paragraphs.map((label) => label[each]).join('\n\n')).join('\n\n――――――\n\n'),
    html: page(notice.subject[locale], order.map((each) => section(paragraphs, each)).join('<hr>')),
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
