import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import type { Label } from '../../../domain/label';
import { html, type Html } from '../../html';

/** A whole page: Chinese first, English second, and nothing fetched from outside. */
export function page({ title, body }: { readonly title: Label; readonly body: Html }): string {
  const markup = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title.zh} ${title.en} · 一窗 OneWindow</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/fonts/index.css" />
        <link rel="stylesheet" href="/pages/style.css" />
      </head>
      <body>
        <header>
          <p class="product">一窗 <span lang="en">OneWindow</span></p>
          <p class="notice">仅用于开发 <span lang="en">For development only</span></p>
        </header>
        <main>
          <h1>${bilingual(title)}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return markup.toString();
}

/** A label as it stands on a page. */
export function bilingual(label: Label): Html {
  return html`${label.zh} <span class="en" lang="en">${label.en}</span>`;
}

/** A sentence as it stands on a page: the English on a line of its own. */
export function twoLines(label: Label): Html {
  return html`${label.zh}<br /><span class="en" lang="en">${label.en}</span>`;
}

/** How many there are, and how many of them the page shows. */
export function countLine(all: number, shown: number): Html {
  const rest = {
    zh: all > shown ? `，显示最新 ${shown} 条` : '',
    en: all > shown ? `, the newest ${shown} shown` : '',
  };
  return html`<p>${bilingual({ zh: `共 ${all} 条${rest.zh}`, en: `${all} in all${rest.en}` })}</p>`;
}

export interface Column {
  readonly name: Label;
  readonly kind?: 'number' | 'time';
}

/** A table that a narrow screen shows row by row; the roles stay where its layout is no table's any more. */
export function table(columns: readonly Column[], rows: readonly (readonly (Html | string)[])[]): Html {
  const cell = (content: Html | string, { name, kind }: Column): Html =>
    html`<td role="cell" class="${kind ?? ''}" data-label="${name.zh} ${name.en}"><div>${content}</div></td>`;
  return html`<div class="table">
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            ({ name, kind }) =>
              html`<th scope="col" role="columnheader" class="${kind ?? ''}">${bilingual(name)}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (cells) =>
            html`<tr role="row">
              ${columns.map((column, at) => cell(cells[at] ?? '', column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** An instant in the district's own time. */
export function localTime(at: string): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/** Scripts never run on these pages; mails may bring inline styles along. */
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const fonts = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** What every part answers alike: its pulse, its looks, and the headers that keep a page to itself. */
export function commonRoutes(): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    next();
  });
  router.get('/livez', (_request, response) => void response.type('text').send('ok'));
  router.use('/fonts', express.static(fonts, { maxAge: '1d', index: false }));
  for (const sheet of ['style.css', 'mail.css'])
    router.get(`/pages/${sheet}`, (_request, response) => response.sendFile(join(__dirname, sheet)));
  return router;
}
