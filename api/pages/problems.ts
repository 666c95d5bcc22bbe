import type { Problem } from '../http/problem';
import type { ProblemKind } from '../http/problemKind';
import { problemKinds } from '../http/problemKinds';
import { html } from '../../infra/html';
import { bilingual, fieldList, type Page, table, twoLines } from './page';

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
        [{ zh: '怎么办', en: 'What to do' }, twoLines(kind.mend)],
      ])}
    </div>`,
  };
}

/** What signing in again mends. */
const signInMends: ReadonlySet<string> = new Set(['signInFailed', 'unauthenticated', 'tokenInvalid']);
const signInButton = html`<a class="button" href="/auth/login"
  >${bilingual({ zh: '重新登录', en: 'Sign in again' })}</a
>`;

/** What a person sees instead of a page that failed. */
export function failedPage({ code, details }: Problem, requestId: string): Page {
  const { title, mend, status }: ProblemKind = problemKinds[code];
  const said = details.detail;
  return {
    title,
    body: html`<div class="card verdict bad">
        ${said ? html`<p>${twoLines(said)}</p>` : null}
        <p>${twoLines(mend)}</p>
        <p class="quiet">
          ${bilingual({ zh: '错误代码', en: 'Code' })} <code>${code}</code>（HTTP ${status}）<br />
          ${bilingual({ zh: '请求编号', en: 'Request' })} <code>${requestId}</code>
        </p>
      </div>
      <p class="actions">
        ${signInMends.has(code) ? signInButton : null}
        <a class="button plain" href="/">${bilingual({ zh: '返回首页', en: 'Back to the home page' })}</a>
      </p>`,
  };
}
