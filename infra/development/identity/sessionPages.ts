import type { ErrorOut } from 'oidc-provider';
import { Html, html } from '../pages/html';
import { page } from '../pages/page';

/** Asks before signing out; `form` is the provider's own, with its token against forged requests. */
export function signOutPage(form: string): string {
  return page({
    title: { zh: '退出登录', en: 'Sign out' },
    body: html`<p>
        退出后可以换一个账号登录。 <span lang="en">Afterwards another account can sign in.</span>
      </p>
      ${new Html(form)}
      <p class="actions">
        <button type="submit" form="op.logoutForm" name="logout" value="yes" class="primary">
          退出登录 <span class="en" lang="en">Sign out</span>
        </button>
        <button type="submit" form="op.logoutForm">
          保持登录 <span class="en" lang="en">Stay signed in</span>
        </button>
      </p>`,
  });
}

export function signedOutPage(): string {
  return page({
    title: { zh: '已退出登录', en: 'Signed out' },
    body: html`<p>可以关闭本页。 <span lang="en">You may close this page.</span></p>`,
  });
}

/** What went wrong between the provider and the application that asked. */
export function errorPage({ error, error_description: detail }: ErrorOut): string {
  return page({
    title: { zh: '无法登录', en: 'Sign-in failed' },
    body: html`<p>请回到一窗重新登录。 <span lang="en">Go back to OneWindow and sign in again.</span></p>
      <p><code>${error}</code>${detail ? html` · <span lang="en">${detail}</span>` : ''}</p>`,
  });
}
