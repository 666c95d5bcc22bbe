import { html, type Html } from '../pages/html';
import { bilingual, localTime, page } from '../pages/page';
import type { ReceivedRegistration } from './registrations';

const SHOWN = 200;

/** What the health bureau's platform has received, newest first. */
export function registrationsPage(registrations: readonly ReceivedRegistration[]): string {
  const all = registrations.length;
  const shown =
    all > SHOWN ? html`，显示最新 ${SHOWN} 条 <span class="en" lang="en">the newest ${SHOWN}</span>` : '';
  return page({
    title: { zh: '卫健局平台收到的登记信息', en: 'Registrations received by the health bureau' },
    body: html`<p>共 ${all} 条${shown}</p>
      ${all > 0 ? table(registrations.slice(0, SHOWN)) : ''}`,
  });
}

function table(registrations: readonly ReceivedRegistration[]): Html {
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          <th>${bilingual({ zh: '时间', en: 'Time' })}</th>
          <th>${bilingual({ zh: '回执号', en: 'Receipt' })}</th>
          <th>${bilingual({ zh: '推送标识与内容', en: 'Key and content' })}</th>
          <th class="number">${bilingual({ zh: '收到次数', en: 'Received' })}</th>
        </tr>
      </thead>
      <tbody>
        ${registrations.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ firstReceivedAt, receiptNo, key, body, received }: ReceivedRegistration): Html {
  return html`<tr>
    <td class="time">${localTime(firstReceivedAt)}</td>
    <td class="time">${receiptNo}</td>
    <td>
      <details>
        <summary>${titleOf(body)} <code>${key}</code></summary>
        <pre><code>${JSON.stringify(body, null, 2)}</code></pre>
      </details>
    </td>
    <td class="number">${received}</td>
  </tr>`;
}

/** The institution's name, where the push carries one. */
function titleOf(body: unknown): string {
  const named = typeof body === 'object' && body !== null && 'institution' in body;
  return named && typeof body.institution === 'string' ? body.institution : '';
}
