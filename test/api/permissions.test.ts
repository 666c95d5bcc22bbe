import { usualLimits } from '../../api/http/limits';
import type { Route } from '../../api/route';
import { actRules } from '../../domain/actRules';
import { valuesOf } from '../../domain/label';
import { roles } from '../../domain/vocabulary';
import { callerNames, callers } from './callers';
import { expectations, makeStand, type Stand } from './expectations';
import { type House, openHouse } from './house';
import { told } from './wire';

let house: House;
let stand: Stand;
beforeAll(async () => {
  // It asks more often in a minute than one address may.
  house = await openHouse({ limits: { ...usualLimits, anonymous: 3_000, complaints: 3_000 } });
  stand = await makeStand(house);
});
afterAll(() => house.close());

const nameOf = ({ method, base, path }: Route) => `${method} ${base}${path}`;

it('every route has an expectation, and every expectation a route', () => {
  expect(house.routes.map(nameOf).sort()).toEqual(Object.keys(expectations).sort());
});

it('every role comes to the door', () => {
  expect(callerNames).toEqual(expect.arrayContaining(Object.keys(roles)));
  for (const role of valuesOf(roles)) expect(callers[role].roles).toEqual([role]);
  const named = Object.values(actRules).flatMap((rules) => rules.flatMap((rule) => rule.roles));
  expect(callerNames).toEqual(expect.arrayContaining(named));
});

describe.each(Object.entries(expectations))('%s', (line, { request, usually, unless = {}, open = false }) => {
  const method = line.split(' ')[0]!.toUpperCase();

  it('answers each role as the table says', async () => {
    const found: Record<string, number> = {};
    for (const name of callerNames) {
      const { path, ...wanted } = await request(stand);
      found[name] = (await house.call(callers[name], method, path, wanted)).status;
    }
    expect(found).toEqual({ ...Object.fromEntries(callerNames.map((name) => [name, usually])), ...unless });
  });

  it('answers nobody, and who proves nothing, as the table says', async () => {
    const { issuer } = house;
    const now = Math.floor(Date.now() / 1_000);
    const { sub } = callers.applicant;
    const proofs: Readonly<Record<string, [string | null, number, string]>> = {
      nobody: [null, 401, 'unauthenticated'],
      badToken: ['not.a.token', 401, 'tokenInvalid'],
      expired: [await issuer.token(sub, { iat: now - 700, exp: now - 60 }), 401, 'tokenInvalid'],
      wrongAudience: [await issuer.token(sub, { aud: 'another-api' }), 401, 'tokenInvalid'],
      unknownAccount: [await issuer.token('nobody-we-know'), 403, 'accountUnknown'],
    };
    for (const [name, [token, status, code]] of Object.entries(proofs)) {
      const { path, headers, ...wanted } = await request(stand);
      const proof: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      const answered = await house.call(null, method, path, { ...wanted, headers: { ...headers, ...proof } });
      expect([name, ...told(answered)]).toEqual(open ? [name, usually, undefined] : [name, status, code]);
      if (status === 401 && !open) expect(answered.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });
});
