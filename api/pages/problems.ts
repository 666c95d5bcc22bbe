import type { Problem } from '../http/problem';
import { problemKinds, type ProblemKind } from '../http/problemKinds';
import { html } from './html';
import { bilingual, fieldList, type Page, table } from './page';

const kinds: Readonly<Record<string, ProblemKind | undefined>> = problemKinds;

/** Every kind of problem that the API answers with. */
export function problemsPage(): Page {
  const headings = [
    { zh: '代码', en: 'Code' },
    { zh: 'HTTP 状态', en: 'HTTP status' },
    { zh: '含义', en: 'Meaning' },
  ];
  const rows = Object.entries(problemKinds).map(([code, { status, title }]) => [
    html`<a href="/problems/${code}"><code>${code}</code></a>`,
    String(status),
    bilingual(title),
  ]);
  return {
    title: { zh: '错误代码', en: 'Problem codes' },
    body: table({ zh: '全部错误代码', en: 'All problem codes' }, headings, rows),
  };
}

/** One kind of problem: where the `type` of a problem leads; null for a code that does not exist. */
export function problemPage(code: string): Page | null {
  const kind = Object.hasOwn(problemKinds, code) ? kinds[code] : undefined;
  if (!kind) return null;
  return {
    title: kind.title,
    body: html`<div class="card">
      ${fieldList([
        [{ zh: '代码', en: 'Code' }, html`<code>${code}</code>`],
        [{ zh: 'HTTP 状态', en: 'HTTP status' }, String(kind.status)],
        [
          { zh: '怎么办', en: 'What to do' },
          html`${kind.mend.zh}<br /><span class="en" lang="en">${kind.mend.en}</span>`,
        ],
      ])}
    </div>`,
  };
}

/** What a person sees instead of a page that failed. */
export function failedPage({ code, details }: Problem, requestId: string): Page {
  const { title, mend, status }: ProblemKind = problemKinds[code];
  const said = details.detail;
  return {
    title,
    body: html`<div class="card verdict bad">
        ${said ? html`<p>${said.zh}<br /><span class="en" lang="en">${said.en}</span></p>` : null}
        <p>${mend.zh}<br /><span class="en" lang="en">${mend.en}</span></p>
        <p class="en">${status} · ${code} · ${requestId}</p>
      </div>
      <p><a class="button" href="/">${bilingual({ zh: '返回首页', en: 'Back to the home page' })}</a></p>`,
  };
}
