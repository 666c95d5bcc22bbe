import { html, type Html } from '../pages/html';
import { bilingual, localTime, page } from '../pages/page';
import type { CaughtMail, MailContent } from './mail';
import type { MailFilter } from './mailbox';

const SHOWN = 200;

/** The newest mails, with a filter by recipient and subject. */
export function mailListPage(mails: readonly CaughtMail[], filter: MailFilter): string {
  const rest =
    mails.length > SHOWN
      ? html`，显示最新 ${SHOWN} 封 <span class="en" lang="en">the newest ${SHOWN} are shown</span>`
      : '';
  return page({
    title: { zh: '邮件', en: 'Mails' },
    body: html`<form class="filter" method="get" action="/">
        ${field('to', '收件人', 'To', filter.to)} ${field('subject', '主题', 'Subject', filter.subject)}
        <button class="primary">筛选 <span class="en" lang="en">Filter</span></button>
      </form>
      <p>共 ${mails.length} 封${rest}</p>
      ${mails.length > 0 ? table(mails.slice(0, SHOWN)) : ''}`,
  });
}

function field(name: string, zh: string, en: string, value: string): Html {
  return html`<label>${bilingual({ zh, en })}<input name="${name}" value="${value}" /></label>`;
}

function table(mails: readonly CaughtMail[]): Html {
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          <th>${bilingual({ zh: '时间', en: 'Time' })}</th>
          <th>${bilingual({ zh: '收件人', en: 'To' })}</th>
          <th>${bilingual({ zh: '主题', en: 'Subject' })}</th>
          <th class="number">${bilingual({ zh: '收到次数', en: 'Received' })}</th>
        </tr>
      </thead>
      <tbody>
        ${mails.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ id, firstReceivedAt, to, subject, received, attachments }: CaughtMail): Html {
  const papers =
    attachments.length > 0
      ? html`<br /><span class="en">附件 ${attachments.map(({ filename }) => filename).join('、')}</span>`
      : '';
  return html`<tr>
    <td class="time">${localTime(firstReceivedAt)}</td>
    <td>${to.join('、')}</td>
    <td><a href="/mails/${id}">${subject || '（无主题）'}</a>${papers}</td>
    <td class="number">${received}</td>
  </tr>`;
}

/** One mail: how it looks, its plain text, its papers. */
export function mailPage(mail: CaughtMail, { text, html: markup }: MailContent): string {
  const { id, subject, from, to, firstReceivedAt, lastReceivedAt, received, attachments } = mail;
  return page({
    title: { zh: subject || '（无主题）', en: '' },
    body: html`<p><a href="/">← ${bilingual({ zh: '全部邮件', en: 'All mails' })}</a></p>
      <div class="table">
        <table>
          ${entry('发件人', 'From', from)} ${entry('收件人', 'To', to.join('、'))}
          ${entry('时间', 'Time', localTime(firstReceivedAt))}
          ${
            received > 1
              ? entry('收到次数', 'Received', `${received}，最近 last ${localTime(lastReceivedAt)}`)
              : entry('收到次数', 'Received', '1')
          }
          ${entry('Message-ID', '', mail.messageId ?? '—')}
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
              <iframe sandbox title="邮件正文 The mail as it looks" srcdoc="${markup}"></iframe>`
      }
      <h2>${bilingual({ zh: '纯文本', en: 'Plain text' })}</h2>
      <pre>${text}</pre>`,
  });
}

function entry(zh: string, en: string, value: string): Html {
  return html`<tr>
    <th scope="row">${bilingual({ zh, en })}</th>
    <td>${value}</td>
  </tr>`;
}
