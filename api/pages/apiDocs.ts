import { html } from './html';
import type { Page } from './page';

/** The API page; without scripts it still leads to the description itself. */
export const apiDocsPage: Page = {
  title: { zh: '接口文档', en: 'API documentation' },
  head: html`<link rel="stylesheet" href="/assets/swagger-ui/swagger-ui.css" />
    <script src="/assets/swagger-ui/swagger-ui-bundle.js" defer></script>
    <script src="/assets/apiViewer.js" defer></script>`,
  body: html`<p>
      机器可读的描述在 <a href="/openapi.json">/openapi.json</a>（OpenAPI 3.1），签名公钥在
      <a href="/jwks.json">/jwks.json</a>，错误代码见 <a href="/problems">/problems</a>。 <br /><span
        class="en"
        lang="en"
        >The machine-readable description is at /openapi.json (OpenAPI 3.1), the signing keys at /jwks.json,
        the problem codes at /problems.</span
      >
    </p>
    <div id="api" class="card"></div>`,
};
