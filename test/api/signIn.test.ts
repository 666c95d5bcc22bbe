import { applicant } from '../world/people';
import { askedAtIssuer, openBrowser, recognised, signIn } from './browser';
import { type House, openHouse } from './house';
import { CLIENT } from './issuer';
import { told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const { sub } = applicant;
const me = (browser = openBrowser(house)) => browser.ask('GET', '/api/v1/me');

describe('a sign-in by browser', () => {
  it('goes to the issuer with code, PKCE, state and nonce, new ones each time', async () => {
    const [one, other] = [await askedAtIssuer(openBrowser(house)), await askedAtIssuer(openBrowser(house))];
    expect(one.origin).toBe(house.issuer.url);
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.clientId,
      redirect_uri: `${house.publicUrl}/auth/callback`,
      scope: 'openid',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });

  it('ends where the person wanted to go, signed in', async () => {
    const browser = openBrowser(house);
    const done = await signIn(house, browser, sub, '/register?mode=family');
    expect([done.status, done.headers.get('location')]).toEqual([303, '/register?mode=family']);
    expect((await me(browser)).body).toMatchObject({
      sub,
      organisation: applicant.organisation,
      roles: [{ role: 'applicant', label: { zh: '举办者', en: 'Applicant' } }],
    });
    expect((await browser.ask('GET', '/', { headers: { accept: 'text/html' } })).text).toContain(
      '人员 applicant-1',
    );
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    'x',
  ])('never ends elsewhere, though %s was asked for', async (returnTo) => {
    const done = await signIn(house, openBrowser(house), sub, returnTo);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
  });

  it('gives the browser a new session, so that who knew the old one is not signed in', async () => {
    const browser = openBrowser(house);
    const back = await recognised(house, await askedAtIssuer(browser), { sub });
    const before = browser.cookie();
    await browser.ask('GET', back);
    expect(browser.cookie()).not.toBe(before);
    const known = await house.call(null, 'GET', '/api/v1/me', { headers: { cookie: before } });
    expect(told(known)).toEqual([401, 'unauthenticated']);
  });

  it('leaves who is signed in but unknown here at a page that says what to tell the administrator', async () => {
    const browser = openBrowser(house);
    await signIn(house, browser, 'nobody-we-know');
    expect(told(await me(browser))).toEqual([403, 'accountUnknown']);
    const { text } = await browser.ask('GET', '/', { headers: { accept: 'text/html' } });
    for (const words of ['账号尚未登记', house.issuer.url, 'nobody-we-know']) expect(text).toContain(words);
  });
});

describe('a sign-in is refused, and nobody is signed in,', () => {
  const refused = async (browser: ReturnType<typeof openBrowser>, back: string) => {
    expect(told(await browser.ask('GET', back))).toEqual([400, 'signInFailed']);
    expect(told(await me(browser))).toEqual([401, 'unauthenticated']);
  };

  it('with the nonce of another', async () => {
    const browser = openBrowser(house);
    const nonce = 'the-nonce-of-another';
    await refused(browser, await recognised(house, await askedAtIssuer(browser), { sub, nonce }));
  });

  it('with the state of another', async () => {
    const browser = openBrowser(house);
    const back = new URL(await recognised(house, await askedAtIssuer(browser), { sub }), 'http://here');
    back.searchParams.set('state', 'the-state-of-another');
    await refused(browser, back.pathname + back.search);
  });

  it('in a browser that did not ask for it', async () => {
    const back = await recognised(house, await askedAtIssuer(openBrowser(house)), { sub });
    await refused(openBrowser(house), back);
    const asking = openBrowser(house);
    await askedAtIssuer(asking);
    await refused(asking, back);
  });

  it('with a code that the issuer does not know, or that another challenge was made for', async () => {
    const browser = openBrowser(house);
    const asked = await askedAtIssuer(browser);
    const { state } = Object.fromEntries(asked.searchParams);
    await refused(browser, `/auth/callback?code=invented&state=${state}`);
    const other = openBrowser(house);
    const altered = await askedAtIssuer(other);
    altered.searchParams.set('code_challenge', 'another');
    await refused(other, await recognised(house, altered, { sub }));
  });

  it('where the person or the issuer declines', async () => {
    const browser = openBrowser(house);
    const state = (await askedAtIssuer(browser)).searchParams.get('state');
    await refused(browser, `/auth/callback?error=access_denied&state=${state}`);
  });

  it('when it was completed or failed before: each answer of the issuer serves once', async () => {
    const browser = openBrowser(house);
    const asked = await askedAtIssuer(browser);
    await refused(browser, await recognised(house, asked, { sub, nonce: 'wrong' }));
    await refused(browser, await recognised(house, asked, { sub }));
    const back = await recognised(house, await askedAtIssuer(browser), { sub });
    expect((await browser.ask('GET', back)).status).toBe(303);
    expect(told(await browser.ask('GET', back))).toEqual([400, 'signInFailed']);
    await refused(openBrowser(house), back);
    expect((await me(browser)).status).toBe(200);
  });

  it('with a page that says so to a person', async () => {
    const answered = await openBrowser(house).ask('GET', '/auth/callback', {
      headers: { accept: 'text/html' },
    });
    expect([answered.status, answered.headers.get('content-type')]).toEqual([
      400,
      'text/html; charset=utf-8',
    ]);
    expect(answered.text).toContain('登录未完成');
  });
});

describe('while the issuer is away', () => {
  let apart: House;
  beforeAll(async () => (apart = await openHouse()));
  afterAll(() => apart.close());

  it('nobody can begin to sign in or complete it, and is told to come back; then it goes on', async () => {
    apart.issuer.isAway = true;
    const early = await openBrowser(apart).ask('GET', '/auth/login');
    expect(told(early)).toEqual([503, 'identityUnavailable']);
    expect(early.headers.get('retry-after')).toBe('2');
    apart.issuer.isAway = false;
    const browser = openBrowser(apart);
    const back = await recognised(apart, await askedAtIssuer(browser), { sub });
    apart.issuer.isAway = true;
    expect(told(await browser.ask('GET', back))).toEqual([503, 'identityUnavailable']);
    apart.issuer.isAway = false;
    await signIn(apart, browser, sub);
    expect((await me(browser)).status).toBe(200);
  });
});
