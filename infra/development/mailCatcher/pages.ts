import type { Label } from '../../../domain/label';
import { html, type Html } from '../../html';
import { bilingual, countLine, localTime, page, table, twoLines } from '../pages/page';
import type { CaughtMail, MailContent } from './mail';
import type { MailFilter } from './mailbox';

const SHOWN = 200;

const columns = [
  { name: { zh: '时间', en: 'Time' }, kind: 'time' },
  { name: { zh: '收件人', en: 'To' }, kind: 'time' },
  { name: { zh: '主题', en: 'Subject' } },
  { name: { zh: '收到次数', en: 'Received' }, kind: 'number' },
] as const;

const none: Label = { zh: '没有邮件，或没有符合条件的邮件。', en: 'No mail, or none that matches.' };

/** The newest mails, with a filter by recipient and subject. */
export function mailListPage(mails: readonly CaughtMail[], filter: MailFilter): string {
  return page({
    title: { zh: '邮件', en: 'Mails' },
    body: html`<form class="filter" method="get" action="/" role="search">
        ${field('to', { zh: '收件人', en: 'To' }, filter.to)}
        ${field('subject', { zh: '主题', en: 'Subject' }, filter.subject)}
        <button class="primary">${bilingual({ zh: '筛选', en: 'Filter' })}</button>
      </form>
      ${
        mails.length === 0
          ? html`<p>${twoLines(none)}</p>`
          : html`${countLine(mails.length, SHOWN)} ${table(columns, mails.slice(0, SHOWN).map(row))}`
      }`,
  });
}

function field(name: string, label: Label, value: string): Html {
  return html`<label>${bilingual(label)}<input name="${name}" value="${value}" /></label>`;
}

function row({ id, firstReceivedAt, to, subject, received, attachments }: CaughtMail): (Html | string)[] {
  const names = attachments.map(({ filename }) => filename).join('、');
  const papers = attachments.length > 0 ? html`<br /><span class="en">附件 Attached: ${names}</span>` : '';
  return [
    localTime(firstReceivedAt),
    to.join('、'),
    html`<a href="/mails/${id}">${titleOf(subject).zh}</a>${papers}`,
    String(received),
  ];
}

/** One mail: how it looks, its plain text, its papers. */
export function mailPage(mail: CaughtMail, { text, html: markup }: MailContent): string {
  const { id, subject, from, to, firstReceivedAt, lastReceivedAt, received, attachments } = mail;
  const again = received > 1 ? `，最近 last ${localTime(lastReceivedAt)}` : '';
  return page({
    title: titleOf(subject),
    body: html`<p><a href="/">← ${bilingual({ zh: '全部邮件', en: 'All mails' })}</a></p>
      <div class="table">
        <table class="entries">
          ${entry({ zh: '发件人', en: 'From' }, from)} ${entry({ zh: '收件人', en: 'To' }, to.join('、'))}
          ${entry({ zh: '时间', en: 'Time' }, localTime(firstReceivedAt))}
          ${entry({ zh: '收到次数', en: 'Received' }, `${received}${again}`)}
          ${entry({ zh: '邮件标识', en: 'Message-ID' }, mail.messageId ?? '—')}
        </table>
      </div>
      <p class="actions">
        ${attachments.map(
          ({ n, filename, size }) =>
            html`<a class="button" href="/mails/${id}/attachments/${n}"
              >${bilingual({ zh: `下载 ${filename}`, en: `Download, ${Math.ceil(size / 1024)} kB` })}</a
            >`,
        )}
        <a class="button" href="/mails/${id}/source"
          >${bilingual({ zh: '下载原文', en: 'Download the source' })}</a
        >
      </p>
      ${
        markup === null
          ? ''
          : html`<h2>${bilingual({ zh: '显示效果', en: 'As it looks' })}</h2>
              ${asItLooks(markup)}`
      }
      <h2>${bilingual({ zh: '纯文本', en: 'Plain text' })}</h2>
      <pre>${text}</pre>`,
  });
}

function titleOf(subject: string): Label {
  return subject === '' ? { zh: '（无主题）', en: '(no subject)' } : { zh: subject, en: '' };
}

/**
 * The mail by itself, without scripts; its links open beside it. Where the reader's machine has no Chinese font,
 * ours stands in.
 */
function asItLooks(markup: string): Html {
  const before = `<!doctype html><base target="_blank"><link rel="stylesheet" href="/fonts/index.css"><link rel="stylesheet" href="/pages/mail.css">`;
  return html`<iframe
    sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    title="邮件正文 The mail as it looks"
    srcdoc="${before}${markup}"
  ></iframe>`;
}

function entry(label: Label, value: string): Html {
  return html`<tr>
    <th scope="row">${bilingual(label)}</th>
    <td>${value}</td>
  </tr>`;
}
