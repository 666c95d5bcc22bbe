import pg from 'pg';
import { application } from '../world/applications';
import { applicant } from '../world/people';
import { askedAtIssuer, type Browser, openBrowser, postForm, signIn } from './browser';
import { type House, openHouse, stranger } from './house';
import { newKey } from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

async function signedIn(sub = applicant.sub): Promise<Browser> {
  const browser = openBrowser(house);
  await signIn(house, browser, sub);
  return browser;
}
const me = (browser: Browser) => browser.ask('GET', '/api/v1/me');
const csrfTokenOf = async (browser: Browser) => (await me(browser)).body.csrfToken as string;
const begin = (browser: Browser, headers: Record<string, string> = {}) =>
  browser.ask('POST', '/api/v1/applications', {
    body: { application: application() },
    headers: { ...newKey(), ...headers },
  });
const refused = [401, 'unauthenticated'];

describe('the cookie of a session', () => {
  it('is out of reach of scripts and of other sites, and lasts half an hour from the last request', async () => {
    const begun = await house.call(null, 'GET', '/auth/login');
    const [cookie, ...others] = begun.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^onewindow=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const again = await me(await signedIn());
    expect(again.headers.getSetCookie()).toHaveLength(1);
  });

  it('is bound to this host and to TLS where people come by https', async () => {
    const secure = await openHouse({ publicUrl: 'https://onewindow.example' });
    const begun = await openBrowser(secure, { 'x-forwarded-proto': 'https' }).ask('GET', '/auth/login');
    const plain = await openBrowser(secure).ask('GET', '/auth/login');
    await secure.close();
    expect(begun.headers.getSetCookie()[0]).toMatch(
      /^__Host-onewindow=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(plain.headers.getSetCookie()).toEqual([]);
  });

  it('is not set for who only looks', async () => {
    for (const path of ['/', '/register', '/verify', '/docs', '/api/v1/plan', '/api/v1/me'])
      expect((await house.call(null, 'GET', path)).headers.getSetCookie()).toEqual([]);
  });

  it('proves nothing once somebody has changed it', async () => {
    const browser = await signedIn();
    const cookie = browser.cookie().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(told(await house.call(null, 'GET', '/api/v1/me', { headers: { cookie } }))).toEqual(refused);
    expect((await me(browser)).status).toBe(200);
  });
});

describe('a change by session', () => {
  it('needs the CSRF token of the same session', async () => {
    const browser = await signedIn();
    const another = await csrfTokenOf(await signedIn());
    for (const headers of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': 'x' }, { 'x-csrf-token': another }])
      expect(told(await begin(browser, headers as Record<string, string>))).toEqual([
        403,
        'csrfTokenInvalid',
      ]);
    const done = await begin(browser, { 'x-csrf-token': await csrfTokenOf(browser) });
    expect(done.status).toBe(201);
  });

  it('is not made before the session has been given a token', async () => {
    const browser = await signedIn();
    expect(told(await begin(browser, { 'x-csrf-token': 'undefined' }))).toEqual([403, 'csrfTokenInvalid']);
  });

  it('reads without one, as a program changes without one', async () => {
    expect((await (await signedIn()).ask('GET', '/api/v1/applications')).status).toBe(200);
    const body = { application: {} };
    const program = await house.call(applicant, 'POST', '/api/v1/applications', { body, headers: newKey() });
    expect(program.status).toBe(201);
    expect((await house.call(applicant, 'GET', '/api/v1/me')).body.csrfToken).toBeNull();
  });

  it('is made for who the token says where there are both, and for nobody with a bad token', async () => {
    const browser = await signedIn(stranger.sub);
    const token = await house.issuer.token(applicant.sub);
    const asked = (bearer: string) =>
      browser.ask('GET', '/api/v1/me', { headers: { authorization: `Bearer ${bearer}` } });
    expect((await asked(token)).body.sub).toBe(applicant.sub);
    expect(told(await asked('x.y.z'))).toEqual([401, 'tokenInvalid']);
  });
});

describe('a session ends', () => {
  const rowOf = async (statement: string) => {
    const owner = new pg.Client({ connectionString: house.database.url });
    await owner.connect();
    const { rows } = await owner.query<{ n: number }>(statement);
    await owner.end();
    return rows;
  };
  const lastingLong = async () => {
    const longer = `expire > now() + interval '10 minutes'`;
    return (await rowOf(`select count(*)::int as n from session where ${longer}`))[0]!.n;
  };

  it('when its person signs out: here at once, then at the issuer', async () => {
    const browser = await signedIn();
    const before = browser.cookie();
    const out = await postForm(browser, '/auth/logout', { _csrf: await csrfTokenOf(browser) });
    expect(out.status).toBe(303);
    const address = new URL(out.headers.get('location') ?? '');
    expect(address.origin + address.pathname).toBe(`${house.issuer.url}/end`);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${house.publicUrl}/`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(browser.cookie()).toBe('');
    const kept = await house.call(null, 'GET', '/api/v1/me', { headers: { cookie: before } });
    expect(told(kept)).toEqual(refused);
  });

  it('not by a form of another site, nor by following a link', async () => {
    const browser = await signedIn();
    await csrfTokenOf(browser);
    expect(told(await postForm(browser, '/auth/logout', {}))).toEqual([403, 'csrfTokenInvalid']);
    const link = await browser.ask('GET', '/auth/logout');
    expect([...told(link), link.headers.get('allow')]).toEqual([405, 'methodNotAllowed', 'POST, OPTIONS']);
    expect((await me(browser)).status).toBe(200);
  });

  it('also while the issuer is away', async () => {
    const apart = await openHouse();
    const browser = openBrowser(apart);
    await signIn(apart, browser, applicant.sub);
    const { csrfToken } = (await me(browser)).body;
    apart.issuer.isAway = true;
    const out = await postForm(browser, '/auth/logout', { _csrf: csrfToken });
    const after = await me(browser);
    await apart.close();
    expect(out.status).toBe(303);
    expect(told(after)).toEqual(refused);
  });

  it('when nobody has used it for half an hour', async () => {
    const browser = await signedIn();
    await rowOf(`update session set expire = now() - interval '1 second'`);
    expect(told(await me(browser))).toEqual(refused);
  });

  it('also while a page asks by itself that nobody touches', async () => {
    const browser = await signedIn();
    await csrfTokenOf(browser);
    await rowOf(`update session set expire = now() + interval '5 minutes'`);
    const headers = { 'x-unattended': 'yes' };
    const asked = await browser.ask('GET', '/api/v1/applications', { headers });
    expect([asked.status, asked.headers.getSetCookie()]).toEqual([200, []]);
    expect(await lastingLong()).toBe(0);
    await browser.ask('GET', '/api/v1/applications');
    expect(await lastingLong()).toBe(1);
    expect((await browser.ask('GET', '/api/v1/me', { headers })).body.csrfToken).toBeNull();
  });

  it('ten hours after the sign-in, however busy it was', async () => {
    const browser = await signedIn();
    const ago = Date.now() - 10 * 60 * 60_000 - 1_000;
    await rowOf(`update session set sess = jsonb_set(sess::jsonb, '{signedInAt}', '${ago}')::json`);
    expect(told(await me(browser))).toEqual(refused);
  });

  it('when its account is closed', async () => {
    const browser = await signedIn();
    await rowOf(`update account set active = false where sub = '${applicant.sub}'`);
    expect(told(await me(browser))).toEqual([403, 'accountUnknown']);
    await rowOf(`update account set active = true where sub = '${applicant.sub}'`);
    expect((await me(browser)).status).toBe(200);
  });

  it('not with the sign-in that another browser begins', async () => {
    const browser = await signedIn();
    await askedAtIssuer(openBrowser(house));
    expect((await me(browser)).status).toBe(200);
  });
});
