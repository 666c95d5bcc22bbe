import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { upsertAccounts } from '../../infra/identity/accounts';
import { applicant } from '../world/people';
import { type House, openHouse } from './house';
import { AUDIENCE } from './issuer';
import { told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const { sub } = applicant;
const now = () => Math.floor(Date.now() / 1_000);
const claims = (): JWTPayload => ({
  iss: house.issuer.url,
  sub,
  aud: AUDIENCE,
  iat: now(),
  exp: now() + 600,
});
const asked = (authorization: string, at = house) =>
  at.call(null, 'GET', '/api/v1/me', { headers: { authorization } });
const shown = (token: string, at = house) => asked(`Bearer ${token}`, at);
const invalid = [401, 'tokenInvalid'];

describe('a bearer token', () => {
  it('lets in who it was issued for', async () => {
    expect((await shown(await house.issuer.token(sub))).body.sub).toBe(sub);
    expect((await asked(`bearer  ${await house.issuer.token(sub)}`)).status).toBe(200);
  });

  it('may be meant for others too', async () => {
    expect((await shown(await house.issuer.token(sub, { aud: ['another', AUDIENCE] }))).status).toBe(200);
  });

  it('may have run out seconds ago, since clocks differ, and no longer', async () => {
    expect((await shown(await house.issuer.token(sub, { exp: now() - 3 }))).status).toBe(200);
    expect(told(await shown(await house.issuer.token(sub, { exp: now() - 60 })))).toEqual(invalid);
  });

  it.each<[string, () => Readonly<Record<string, unknown>>]>([
    ['for another audience', () => ({ aud: 'another' })],
    ['for no audience', () => ({ aud: undefined })],
    ['of another issuer', () => ({ iss: 'https://elsewhere.example' })],
    ['that never runs out', () => ({ exp: undefined })],
    ['of nobody', () => ({ sub: undefined })],
    ['that is not valid yet', () => ({ nbf: now() + 600 })],
  ])('is refused where it is one %s', async (_, changes) => {
    expect(told(await shown(await house.issuer.token(sub, changes())))).toEqual(invalid);
  });

  it('is refused with any signature but the issuer’s', async () => {
    const own = await generateKeyPair('ES256');
    const forged = (kid: string) =>
      new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', kid }).sign(own.privateKey);
    const published = await exportJWK(own.publicKey);
    const symmetric = new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'test' })
      .sign(Buffer.from(JSON.stringify(published)));
    const good = await house.issuer.token(sub);
    const tokens = [
      await forged('test'),
      await forged('unknown'),
      await symmetric,
      new UnsecuredJWT(claims()).encode(),
      good.slice(0, -4) + 'AAAA',
      good.split('.').slice(0, 2).join('.'),
    ];
    for (const token of tokens) {
      const answered = await shown(token);
      expect(told(answered)).toEqual(invalid);
      expect(answered.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    }
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Token x', ''])('is not “%s”', async (authorization) => {
    const answered = await asked(authorization);
    expect(told(answered)).toEqual([401, 'unauthenticated']);
    expect(answered.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('names an account that is kept here: its claims give no role', async () => {
    const answered = await shown(await house.issuer.token('nobody-we-know', { roles: ['administrator'] }));
    expect(told(answered)).toEqual([403, 'accountUnknown']);
    expect(answered.body.detail).toContain('nobody-we-know');
    const mine = await shown(await house.issuer.token(sub, { roles: ['administrator'], unit: 'health' }));
    expect(mine.body).toMatchObject({ unit: null, roles: [{ role: 'applicant' }] });
  });

  it('can never be the system’s, even if an account were called so', async () => {
    const account = { name: { zh: '系统', en: 'System' }, email: 'system@example.org', unit: null };
    await upsertAccounts(house.database.url, house.issuer.url, [
      { ...account, sub: 'system', roles: ['system'] },
    ]);
    expect(told(await shown(await house.issuer.token('system')))).toEqual([403, 'accountUnknown']);
  });
});

describe('while the issuer is away', () => {
  let apart: House;
  beforeAll(async () => (apart = await openHouse()));
  afterAll(() => apart.close());

  it('nobody is recognised whose keys were never learnt; and everybody once they were', async () => {
    const token = await apart.issuer.token(sub);
    apart.issuer.isAway = true;
    expect(told(await shown(token, apart))).toEqual([503, 'identityUnavailable']);
    apart.issuer.isAway = false;
    expect((await shown(token, apart)).status).toBe(200);
    apart.issuer.isAway = true;
    expect((await shown(token, apart)).status).toBe(200);
  });
});
