import type { ErrorOut } from 'oidc-provider';
import { Html, html } from '../../html';
import { bilingual, page, twoLines } from '../pages/page';

/** Where somebody lands who opens the provider itself: its accounts are chosen while signing in. */
export function frontPage(publicUrl: string): string {
  return page({
    title: { zh: '身份认证', en: 'Identity provider' },
    body: html`<p>
        ${twoLines({
          zh: '开发用账号在登录一窗时选择，无需密码。',
          en: 'The accounts of development are chosen while signing in to OneWindow, without a password.',
        })}
      </p>
      ${signInLink(publicUrl)}`,
  });
}

/** Asks before signing out; `form` is the provider's own, with its token against forged requests. */
export function signOutPage(form: string): string {
  return page({
    title: { zh: '退出登录', en: 'Sign out' },
    body: html`<p>
        ${twoLines({ zh: '退出后可以换一个账号登录。', en: 'Afterwards another account can sign in.' })}
      </p>
      ${new Html(form)}
      <p class="actions">
        <button type="submit" form="op.logoutForm" name="logout" value="yes" class="primary">
          ${bilingual({ zh: '退出登录', en: 'Sign out' })}
        </button>
        <button type="submit" form="op.logoutForm">
          ${bilingual({ zh: '保持登录', en: 'Stay signed in' })}
        </button>
      </p>`,
  });
}

export function signedOutPage(): string {
  return page({
    title: { zh: '已退出登录', en: 'Signed out' },
    body: html`<p>${twoLines({ zh: '可以关闭本页。', en: 'You may close this page.' })}</p>`,
  });
}

/** What went wrong between the provider and the application that asked, and the way back. */
export function errorPage({ error, error_description: detail }: ErrorOut, publicUrl: string): string {
  return page({
    title: { zh: '无法登录', en: 'Sign-in failed' },
    body: html`<p>
        ${twoLines({
          zh: '本次登录已失效或无法继续，请回到一窗重新登录。',
          en: 'This sign-in has lapsed or cannot go on: go back to OneWindow and sign in again.',
        })}
      </p>
      ${signInLink(publicUrl)}
      <p><code>${error}</code>${detail ? html` · <span lang="en">${detail}</span>` : ''}</p>`,
  });
}

function signInLink(publicUrl: string): Html {
  return html`<p class="actions">
    <a class="button primary" href="${publicUrl}/auth/login"
      >${bilingual({ zh: '登录一窗', en: 'Sign in to OneWindow' })}</a
    >
  </p>`;
}
