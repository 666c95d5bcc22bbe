import { gzipSync } from 'node:zlib';
import { application } from '../world/applications';
import { applicant } from '../world/people';
import { type House, openHouse } from './house';
import { newKey } from './way';
import { faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const DRAFTS = '/api/v1/applications';
const send = (body: string, headers: Record<string, string> = {}, who: typeof applicant | null = applicant) =>
  house.call(who, 'POST', DRAFTS, { body, headers: { ...newKey(), ...headers } });
const draft = JSON.stringify({ application: application() });
const ofLength = (length: number) => '{"application":{}}'.padEnd(length);

describe('a body', () => {
  it('may have 256 KB, and no more', async () => {
    expect((await send(ofLength(256 * 1024))).status).toBe(201);
    expect(told(await send(ofLength(256 * 1024 + 1)))).toEqual([413, 'bodyTooLarge']);
  });

  it('is not looked at before its sender is known', async () => {
    expect(told(await send(ofLength(300_000), {}, null))).toEqual([401, 'unauthenticated']);
    expect(told(await send('{', {}, null))).toEqual([401, 'unauthenticated']);
  });

  it('may not hide its size by compression', async () => {
    const bomb = gzipSync(ofLength(2_000_000));
    expect(bomb.length).toBeLessThan(256 * 1024);
    const token = await house.issuer.token(applicant.sub);
    const response = await fetch(house.address + DRAFTS, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        ...newKey(),
      },
      body: new Uint8Array(bomb),
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      413,
      'bodyTooLarge',
    ]);
  });

  it.each(['{', '{"a":}', "{'a': 1}", '"words"', '1', 'null', '\ufeff{', '{"a":1}}'])(
    'of “%s” is no JSON that is taken here',
    async (body) => {
      expect(told(await send(body))).toEqual([400, 'malformedJson']);
    },
  );

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['multipart/form-data; boundary=x', {}],
    ['application/xml', {}],
    ['application/json; charset=iso-8859-1', {}],
    ['application/json', { 'content-encoding': 'zstd' }],
  ])('of the type %s %j is not taken, and the type that is taken is named', async (type, others) => {
    const refused = await send(draft, { 'content-type': type, ...others });
    expect(told(refused)).toEqual([415, 'wrongContentType']);
    expect(refused.body.detail).toContain('application/json');
  });

  it.each(['application/json', 'application/json; charset=UTF-8', 'application/merge-patch+json'])(
    'of the type %s is taken',
    async (type) => {
      expect((await send(draft, { 'content-type': type })).status).toBe(201);
    },
  );

  it('that is missing is asked for', async () => {
    const missing = await house.call(applicant, 'POST', DRAFTS, { headers: newKey() });
    expect([...told(missing), ...faults(missing)]).toEqual([422, 'invalidContent', ' required']);
    expect(faults(await send(''))).toEqual(['/application required']);
  });

  it('of a list, or with names that only JavaScript knows, is refused by its fields', async () => {
    expect(faults(await send('[]'))).toEqual([' wrongType']);
    const polluting = '{"application":{},"__proto__":{"admin":true},"constructor":1}';
    expect((await send(polluting)).status).toBe(422);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('an address', () => {
  it('takes the methods that it has, and names them to who sends another', async () => {
    const paths = [...new Set(house.routes.map(({ base, path }) => base + path))];
    for (const path of paths) {
      const methods = house.routes
        .filter((each) => each.base + each.path === path)
        .map(({ method }) => method);
      const allow = [...methods.map((method) => method.toUpperCase())];
      const expected = [...allow, ...(allow.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort();
      const concrete = path.replace(/\{\w+\}/g, 'x');
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (each) => !expected.includes(each),
      )) {
        const refused = await house.call(applicant, method, concrete);
        expect([path, ...told(refused)]).toEqual([path, 405, 'methodNotAllowed']);
        expect(refused.headers.get('allow')?.split(', ').sort()).toEqual(expected);
      }
      const options = await house.call(null, 'OPTIONS', concrete);
      expect([path, options.status, options.text]).toEqual([path, 204, '']);
      expect(options.headers.get('allow')?.split(', ').sort()).toEqual(expected);
    }
  });

  it.each([
    ['/livez', 'GET, HEAD, OPTIONS'],
    ['/readyz', 'GET, HEAD, OPTIONS'],
    ['/metrics', 'GET, HEAD, OPTIONS'],
    ['/openapi.json', 'GET, HEAD, OPTIONS'],
    ['/jwks.json', 'GET, HEAD, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['/docs', 'GET, HEAD, OPTIONS'],
    ['/verify', 'GET, HEAD, OPTIONS'],
    ['/assets/style.css', 'GET, HEAD, OPTIONS'],
    ['/auth/login', 'GET, HEAD, OPTIONS'],
    ['/auth/callback', 'GET, HEAD, OPTIONS'],
  ])('%s is only read', async (path, allow) => {
    const refused = await house.call(null, 'POST', path);
    expect([...told(refused), refused.headers.get('allow')]).toEqual([405, 'methodNotAllowed', allow]);
  });

  it('answers HEAD as it would GET, without the body', async () => {
    const head = await house.call(applicant, 'HEAD', '/api/v1/me');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await house.call(null, 'HEAD', '/api/v1/me')).status).toBe(401);
  });

  it.each([
    '/api/v1',
    '/api/v1/nothing',
    '/api/v2/plan',
    '/api/v1/Plan',
    '/API/v1/plan',
    '/api/v1/cases/XCTY-2026-000001/nothing',
    '/api/v1/applications/not-a-uuid',
    '/api/v1/%E0%A4%A',
    '/api/v1/cases/a%2Fb',
    '/assets/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/nothing.css',
    '/problems/nothing',
    '/problems/constructor',
    '/.env',
  ])('that there is not is said to be none: %s', async (path) => {
    expect(told(await house.call(applicant, 'GET', path))).toEqual([404, 'routeNotFound']);
  });

  it('that there is not is told to a person on a page', async () => {
    const { status, headers, text } = await house.call(null, 'GET', '/nothing', {
      headers: { accept: 'text/html' },
    });
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toContain('没有这个地址');
  });
});

describe('the number of a request', () => {
  const numbered = async (id: string) =>
    (await house.call(null, 'GET', '/livez', { headers: { 'x-request-id': id } })).headers.get(
      'x-request-id',
    );

  it('is the caller’s where it is one', async () => {
    expect(await numbered('trace-1234.5:6')).toBe('trace-1234.5:6');
  });

  it.each(['short', 'has a space in it', '<script>alert(1)</script>', 'x'.repeat(101)])(
    'is our own where the caller sends “%s”',
    async (id) => {
      expect(await numbered(id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );
});
