import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { type Difference, differenceKinds } from '../../infra/reconcile/difference';
import {
  type StuckCases,
  stuckCases,
  temporalUiLink,
  temporalUiOfCase,
  waitingOn,
} from '../../infra/stuckCases';
import type { TemporalUi } from '../services';
import { html, type Html } from '../../infra/html';
import { bilingual, type Page, table, twoLines } from './page';

const title: Label = { zh: '卡住的办件', en: 'Stuck cases' };

/** What the comparison of last night found; null before the first. */
export interface LastReconciliation {
  readonly at: string;
  readonly cases: number;
  readonly differences: readonly Difference[];
}

/** Ready-made links into the Temporal UI, and what does not agree; for administrators and the leading group's office. */
export function stuckCasesPage(plan: Plan, ui: TemporalUi, last: LastReconciliation | null): Page {
  return {
    title,
    body: html`<p>
        ${twoLines({
          zh: '每个链接在 Temporal 界面中列出相应办件；处理办法见 docs/stuck-cases.md。',
          en: 'Each link lists its cases in the Temporal UI; docs/stuck-cases.md says what to do about them.',
        })}
      </p>
      ${linkTable({ zh: '卡住的情形', en: 'Ways to be stuck' }, stuckCases, ui)}
      ${linkTable({ zh: '等待各单位', en: 'Waiting on a unit' }, waitingOn(plan), ui)}
      ${reconciliation(last, ui)}`,
  };
}

function linkTable(caption: Label, cases: readonly StuckCases[], ui: TemporalUi): Html {
  const headings = [
    { zh: '办件', en: 'Cases' },
    { zh: '说明', en: 'About' },
    { zh: '查询', en: 'Query' },
  ];
  return table(
    caption,
    headings,
    cases.map(({ label, advice, query }) => [
      link(label, query, ui),
      twoLines(advice),
      html`<code>${query}</code>`,
    ]),
  );
}

function link(label: Label, query: string, { url, namespace }: TemporalUi): Html {
  if (url === null) return bilingual(label);
  return html`<a href="${temporalUiLink(url, namespace, query)}">${bilingual(label)}</a>`;
}

function caseLink(caseId: string, { url, namespace }: TemporalUi): Html | string {
  if (url === null) return caseId;
  return html`<a href="${temporalUiOfCase(url, namespace, caseId)}">${caseId}</a>`;
}

function reconciliation(last: LastReconciliation | null, ui: TemporalUi): Html {
  if (last === null) {
    return html`<p class="card">
      ${twoLines({
        zh: '尚未对账：每天凌晨进行一次，也可运行 npm run reconcile。',
        en: 'Nothing was compared yet: it is done every night, and by npm run reconcile.',
      })}
    </p>`;
  }
  const { at, cases, differences } = last;
  const caption = {
    zh: `最近一次对账（${at}）：${cases} 件，${differences.length} 处不一致`,
    en: `Last comparison (${at}): ${cases} cases, ${differences.length} differences`,
  };
  if (differences.length === 0) return html`<p class="card">${twoLines(caption)}</p>`;
  const headings = [
    { zh: '办件编号', en: 'Case' },
    { zh: '不一致', en: 'Difference' },
    { zh: '细节', en: 'Where' },
  ];
  return table(
    caption,
    headings,
    differences.map(({ caseId, kind, about }) => [
      caseLink(caseId, ui),
      bilingual(differenceKinds[kind].what),
      about,
    ]),
  );
}
