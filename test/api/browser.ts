import { createCookieJar } from '../../infra/identity/cookieJar';
import type { House, Request } from './house';
import type { Answered } from './wire';

/** A browser: it keeps cookies, and shows redirects instead of following them. */
export interface Browser {
  ask(method: string, path: string, request?: Request): Promise<Answered>;
  /** The value of the header Cookie. */
  cookie(): string;
}

/** @param always headers that stand on every request, as a proxy would add them */
export function openBrowser(house: House, always: Record<string, string> = {}): Browser {
  const jar = createCookieJar();
  return {
    cookie: () => jar.header(),
    async ask(method, path, { body, headers } = {}) {
      const answered = await house.call(null, method, path, {
        body,
        headers: { ...always, cookie: jar.header(), ...headers },
      });
      jar.take(answered.headers);
      return answered;
    },
  };
}

/** Begins to sign in. @returns where the issuer is asked */
export async function askedAtIssuer(browser: Browser, returnTo = '/'): Promise<URL> {
  const begun = await browser.ask('GET', `/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  if (begun.status !== 303) throw new Error(`No sign-in begins: ${begun.text}`);
  return new URL(begun.headers.get('location') ?? '');
}

/** Lets the issuer recognise somebody. @returns the path of the house to which it sends the browser back */
export async function recognised(
  { issuer }: House,
  asked: URL,
  who: { sub: string; nonce?: string },
): Promise<string> {
  issuer.nextSignIn = who;
  const sent = await fetch(asked, { redirect: 'manual' });
  const { pathname, search } = new URL(sent.headers.get('location') ?? '');
  return pathname + search;
}

/** Signs somebody in, all the way. @returns the last answer, which leads to where they wanted to go */
export async function signIn(
  house: House,
  browser: Browser,
  sub: string,
  returnTo?: string,
): Promise<Answered> {
  return browser.ask('GET', await recognised(house, await askedAtIssuer(browser, returnTo), { sub }));
}

/** Posts a form, as a page's button does. */
export function postForm(browser: Browser, path: string, fields: Record<string, string>): Promise<Answered> {
  return browser.ask('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}
