import type { PublishedDecision, PublishedNonConformity } from '../contracts/publication';
import { html, type Html } from '../../infra/html';
import { bilingual, type Page, table, twoLines } from './page';

interface Found<T> {
  readonly entries: readonly T[];
  readonly next: string | null;
}

const decisionsTitle = { zh: '准予许可的决定', en: 'Decisions to grant' };
const nonConformitiesTitle = { zh: '不符合要求的备案', en: 'Filings that did not conform' };

export function decisionsPage(found: Found<PublishedDecision>): Page {
  const body = html`${decisions(found.entries)} ${onwards('/register/decisions', found.next)}`;
  return { title: decisionsTitle, body };
}

export function nonConformitiesPage(found: Found<PublishedNonConformity>): Page {
  const body = html`${nonConformities(found.entries)} ${onwards('/register/non-conformities', found.next)}`;
  return { title: nonConformitiesTitle, body };
}

export function decisions(list: readonly PublishedDecision[]): Html {
  const headings = [
    { zh: '文号', en: 'Number' },
    { zh: '机构', en: 'Institution' },
    { zh: '决定日期', en: 'Decided on' },
    { zh: '决定单位', en: 'Decided by' },
  ];
  if (list.length === 0) return none({ zh: '尚无公开的决定。', en: 'No decision is published.' });
  const rows = list.map(({ decisionNo, institution, decidedOn, deciding }) => [
    html`<span class="number">${decisionNo}</span>`,
    institution,
    decidedOn,
    bilingual(deciding.name),
  ]);
  return table(decisionsTitle, headings, rows);
}

export function nonConformities(list: readonly PublishedNonConformity[]): Html {
  const headings = [
    { zh: '文号', en: 'Number' },
    { zh: '机构', en: 'Institution' },
    { zh: '日期', en: 'Date' },
    { zh: '备案机关', en: 'Checked by' },
    { zh: '理由', en: 'Reasons' },
  ];
  if (list.length === 0) return none({ zh: '没有不符合要求的备案。', en: 'No filing is published here.' });
  const rows = list.map(({ letterNo, institution, foundOn, filing, reason, mended }) => [
    html`<span class="number">${letterNo}</span>`,
    institution,
    foundOn,
    bilingual(filing.name),
    mended ? html`${reason}<br />${bilingual({ zh: '其后已改正', en: 'mended since' })}` : reason,
  ]);
  return table(nonConformitiesTitle, headings, rows);
}

function none(words: { readonly zh: string; readonly en: string }): Html {
  return html`<p class="card">${twoLines(words)}</p>`;
}

function onwards(path: string, next: string | null): Html | null {
  if (next === null) return null;
  return html`<p>
    <a class="button" href="${path}?${new URLSearchParams({ cursor: next }).toString()}" rel="next"
      >${bilingual({ zh: '下一页', en: 'Next page' })}</a
    >
  </p>`;
}
