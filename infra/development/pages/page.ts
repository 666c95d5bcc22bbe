import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import type { Label } from '../../../domain/label';
import { html, type Html } from './html';

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
  router.get('/pages/style.css', (_request, response) => response.sendFile(join(__dirname, 'style.css')));
  return router;
}
