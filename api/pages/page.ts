import type { Request, Response } from 'express';
import type { Label } from '../../domain/label';
import { html, type Html } from '../../infra/html';

export interface Page {
  readonly title: Label;
  readonly body: Html;
  /** Scripts of this site; none on most pages. */
  readonly head?: Html;
}

const links: readonly (readonly [string, Label])[] = [
  ['/', { zh: '首页', en: 'Home' }],
  ['/portal/', { zh: '门户', en: 'Portal' }],
  ['/register', { zh: '机构名录', en: 'Register' }],
  ['/verify', { zh: '证书核验', en: 'Verify' }],
  ['/docs', { zh: '接口文档', en: 'API' }],
];

/** A whole page: Chinese first, English second, nothing fetched from outside, readable without scripts. */
export function pageMarkup({ title, body, head }: Page, path: string): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title.zh} ${title.en} · 一窗 OneWindow</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/fonts/wght.css" />
        <link rel="stylesheet" href="/assets/style.css" />
        ${head ?? null}
      </head>
      <body>
        <a class="skip" href="#content">跳到正文 <span lang="en">Skip to content</span></a>
        <header class="site">
          <a class="product" href="/">一窗 <span lang="en">OneWindow</span></a>
          <nav aria-label="主导航 Main">${links.map(([href, label]) => navLink(href, label, path))}</nav>
        </header>
        <main id="content">
          <h1>${bilingual(title)}</h1>
          ${body}
        </main>
      </body>
    </html>`.toString();
}

function navLink(href: string, label: Label, path: string): Html {
  const here = href === path || (href !== '/' && path.startsWith(`${href}/`));
  return here
    ? html`<a href="${href}" aria-current="page">${bilingual(label)}</a>`
    : html`<a href="${href}">${bilingual(label)}</a>`;
}

export function sendPage(req: Request, res: Response, page: Page): void {
  res
    .set({ 'cache-control': 'no-store', 'content-language': 'zh-CN, en' })
    .type('html')
    .send(pageMarkup(page, req.path));
}

/** Whether the caller is a person with a browser: programs ask for JSON, or for nothing in particular. */
export function readsPages(req: Request): boolean {
  return req.accepts('json', 'html') === 'html';
}

/** A label as it stands on a page. */
export function bilingual(label: Label): Html {
  return html`${label.zh} <span class="en" lang="en">${label.en}</span>`;
}

/** A sentence as it stands on a page: the English on a line of its own. */
export function twoLines(label: Label): Html {
  return html`${label.zh}<br /><span class="en" lang="en">${label.en}</span>`;
}

/** Label and value, one below the other. */
export function fieldList(fields: readonly (readonly [Label, Html | string])[]): Html {
  return html`<dl>
    ${fields.map(
      ([label, value]) =>
        html`<div>
          <dt>${bilingual(label)}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A table that a narrow screen shows row by row; the roles stay where its layout is no table's any more. */
export function table(
  caption: Label,
  headings: readonly Label[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  const labels = headings.map(({ zh, en }) => `${zh} ${en}`);
  return html`<table role="table">
    <caption>
      ${bilingual(caption)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${headings.map((heading) => html`<th scope="col" role="columnheader">${bilingual(heading)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) =>
          html`<tr role="row">
            ${cells.map(
              (cell, index) =>
                html`<td role="cell" data-label="${labels[index] ?? ''}"><div>${cell}</div></td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
