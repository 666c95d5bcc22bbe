import type { DocumentStatement } from '../../infra/documents/documentStatement';
import { documentKinds } from '../../infra/documents/documentStatement';
import { fieldsOf } from '../../infra/documents/statementFields';
import type { Verification, VerificationState } from '../contracts/certificate';
import { html, type Html } from '../../infra/html';
import { bilingual, fieldList, type Page, twoLines } from './page';
import type { Label } from '../../domain/label';

const explanations: Readonly<Record<VerificationState, Label>> = {
  valid: {
    zh: '该文书由本系统签发，电子签名有效，内容如下。请与手中的文书逐项核对。',
    en: 'This document was issued here and its signature holds. Compare what it says below with the paper in your hand.',
  },
  takenOver: {
    zh: '该编号由原备案或发证机关给出，本系统没有其签名可核；持此编号的机构已纳入监管，现在公开名录上。文书内容请向原机关核对。',
    en: 'Another authority gave this number, and there is no signature here to check. The institution that has it is supervised and stands on the public register; what the paper says, that authority can tell.',
  },
  suspended: {
    zh: '文书所载机构现已暂停服务，暂停期间不得收托婴幼儿。',
    en: 'The institution that this document names is suspended: it may take in no child meanwhile.',
  },
  expired: {
    zh: '该证书由本系统签发，但有效期已届满，未见续期。',
    en: 'This certificate was issued here; its term is over and it was not renewed.',
  },
  revoked: {
    zh: '该文书现已失效：机构已退出。',
    en: 'This document is no longer valid: its institution has left.',
  },
  superseded: {
    zh: '机构信息已变更，并已换发新证，请查验新证。',
    en: 'The institution has changed since and has a new certificate: ask for that.',
  },
  altered: {
    zh: '保存的签名与公开密钥不符，请勿采信，并请告知发证机关。',
    en: 'The kept signature does not match the published keys: do not rely on it, and tell the issuing authority.',
  },
  unknown: {
    zh: '本系统没有签发过这个编号的文书。请核对编号；若文书上确为此号，请勿采信。',
    en: 'No document with this number was issued here. Check the number; if the paper really bears it, do not rely on it.',
  },
};

/** How a finding looks that is no bad one. */
const verdicts: Readonly<Partial<Record<VerificationState, { looks: string; mark: string }>>> = {
  valid: { looks: 'good', mark: '✓' },
  takenOver: { looks: '', mark: '○' },
};

export function verifyPage({ no, state, label, statement, jws }: Verification): Page {
  const verdict = verdicts[state] ?? { looks: 'bad', mark: '✗' };
  return {
    title: { zh: '证书核验', en: 'Verify a document' },
    body: html`<div class="card verdict ${verdict.looks}" role="status">
        <p><strong>${verdict.mark} ${label.zh}</strong> <span class="en" lang="en">${label.en}</span></p>
        <p>${twoLines(explanations[state])}</p>
        <p><code>${no}</code></p>
      </div>
      ${statement && statementCard(statement)} ${jws === null ? null : offline(jws)} ${searchForm(no)}`,
  };
}

/** Where a number can be typed in. */
export function verifySearchPage(): Page {
  return { title: { zh: '证书核验', en: 'Verify a document' }, body: searchForm('') };
}

function statementCard(statement: DocumentStatement): Html {
  const fields = Object.values(fieldsOf(statement)).map(
    ({ label, zh, en }) => [label, en === null ? zh : bilingual({ zh, en })] as const,
  );
  return html`<section class="card">
    <h2>${bilingual(documentKinds[statement.kind])}</h2>
    ${fieldList(fields)}
  </section>`;
}

function offline(jws: string): Html {
  return html`<details class="card">
    <summary>${bilingual({ zh: '离线核验', en: 'Offline check' })}</summary>
    <p>
      ${twoLines({
        zh: '签名为紧凑 JWS（EdDSA），用公开密钥即可离线核验。',
        en: 'The signature is a compact JWS (EdDSA); the public keys are all that an offline check needs.',
      })}
    </p>
    <p><a href="/jwks.json">${bilingual({ zh: '公开密钥', en: 'Public keys' })}</a></p>
    <pre><code>${jws}</code></pre>
  </details>`;
}

function searchForm(no: string): Html {
  return html`<form class="card search" action="/verify" method="get" role="search">
    <label class="wide"
      >${bilingual({ zh: '文书编号', en: 'Number of the document' })}<input
        name="no"
        value="${no}"
        required
        maxlength="120"
    /></label>
    <button>${bilingual({ zh: '核验', en: 'Verify' })}</button>
  </form>`;
}
