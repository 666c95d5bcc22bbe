import { html } from '../../infra/html';
import { type Page, twoLines } from './page';

/** The API page; without scripts it still leads to the description itself. */
export const apiDocsPage: Page = {
  title: { zh: '接口文档', en: 'API documentation' },
  head: html`<link rel="stylesheet" href="/assets/swagger-ui/swagger-ui.css" />
    <link rel="stylesheet" href="/assets/apiViewer.css" />
    <script src="/assets/swagger-ui/swagger-ui-bundle.js" defer></script>
    <script src="/assets/apiViewer.js" defer></script>`,
  body: html`<p>
      ${twoLines({
        zh: '机器可读的描述、签名公钥和错误代码：',
        en: 'The machine-readable description, the signing keys and the problem codes:',
      })}
    </p>
    <ul>
      <li><a href="/openapi.json">/openapi.json</a>（OpenAPI 3.1）</li>
      <li><a href="/jwks.json">/jwks.json</a></li>
      <li><a href="/problems">/problems</a></li>
    </ul>
    <div id="api" class="card"></div>`,
};
