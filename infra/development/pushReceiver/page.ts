import { html, type Html } from '../../html';
import { countLine, localTime, page, table, twoLines } from '../pages/page';
import type { ReceivedRegistration } from './registrations';

const SHOWN = 200;

const columns = [
  { name: { zh: '时间', en: 'Time' }, kind: 'time' },
  { name: { zh: '回执号', en: 'Receipt' }, kind: 'time' },
  { name: { zh: '推送标识与内容', en: 'Key and content' } },
  { name: { zh: '收到次数', en: 'Received' }, kind: 'number' },
] as const;

const nothing = {
  zh: '还没有收到登记信息。办件登记后会自动推送到这里。',
  en: 'No registration has arrived yet. Each is pushed here by itself once it is made.',
};

/** What the health bureau's platform has received, newest first. */
export function registrationsPage(registrations: readonly ReceivedRegistration[]): string {
  const all = registrations.length;
  return page({
    title: { zh: '卫健局平台收到的登记信息', en: 'Registrations received by the health bureau' },
    body:
      all === 0
        ? html`<p>${twoLines(nothing)}</p>`
        : html`${countLine(all, SHOWN)} ${table(columns, registrations.slice(0, SHOWN).map(row))}`,
  });
}

function row({
  firstReceivedAt,
  receiptNo,
  key,
  body,
  received,
}: ReceivedRegistration): readonly (Html | string)[] {
  return [
    localTime(firstReceivedAt),
    receiptNo,
    html`<details>
      <summary>${kindOf(body)} ${titleOf(body)} <code>${key}</code></summary>
      <pre><code>${JSON.stringify(body, null, 2)}</code></pre>
    </details>`,
    String(received),
  ];
}

/** What a push tells of: a registration, a change of one, or its end. */
function kindOf(body: unknown): string {
  const told = (what: string) => typeof body === 'object' && body !== null && what in body;
  if (told('exit')) return '注销 End ·';
  return told('change') ? '变更 Change ·' : '登记 Registration ·';
}

/** The institution's name, where the push carries one. */
function titleOf(body: unknown): string {
  const named = typeof body === 'object' && body !== null && 'institution' in body;
  return named && typeof body.institution === 'string' ? body.institution : '';
}
