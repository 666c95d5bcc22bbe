import { createCookieJar } from '../../infra/identity/cookieJar';
import { answeredOf, type House } from '../api/house';
import type { Answered } from '../api/wire';

/** A browser as far as signing in needs one: it keeps cookies, and follows where it is sent. */
export function openBrowser(house: House) {
  const jar = createCookieJar();
  const send = async (method: string, path: string, request: { body?: string; headers?: object } = {}) => {
    const response = await fetch(new URL(path, house.address), {
      method,
      redirect: 'manual',
      ...(request.body !== undefined && { body: request.body }),
      headers: { cookie: jar.header(), ...request.headers },
    });
    jar.take(response.headers);
    return answeredOf(response);
  };
  const browser = {
    get cookie() {
      return jar.header();
    },
    get: (path: string) => send('GET', path),
    /** A script's request, with the token that its session asks for. */
    async post(path: string, body: unknown, headers: object = {}): Promise<Answered> {
      const { csrfToken } = (await send('GET', '/api/v1/me')).body;
      return send('POST', path, {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken, ...headers },
      });
    },
    /** A form's. */
    async submit(path: string): Promise<Answered> {
      const { csrfToken } = (await send('GET', '/api/v1/me')).body;
      return send('POST', path, {
        body: new URLSearchParams({ _csrf: csrfToken }).toString(),
        headers: form,
      });
    },
    /** Signs in as somebody, by way of the issuer. @returns where the callback ends */
    async signIn(sub: string): Promise<Answered> {
      house.issuer.nextSignIn = { sub };
      return send('GET', await browser.callback());
    },
    /** The address to which the issuer sends the browser back. */
    async callback(): Promise<string> {
      const login = await send('GET', '/auth/login?returnTo=/');
      const granted = await fetch(login.headers.get('location') ?? '', { redirect: 'manual' });
      return granted.headers.get('location') ?? '';
    },
  };
  return browser;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
