import { applicant } from '../world/people';
import { type House, openHouse } from './house';
import { advance, apply } from './way';

let house: House;
let certificateNo: string;
beforeAll(async () => {
  house = await openHouse();
  certificateNo = (await advance(house, await apply(house), 'end')).certificateNo!;
});
afterAll(() => house.close());

const policyOf = (headers: Headers) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split(';')
      .map((directive) => directive.trim().split(' '))
      .map(([name, ...sources]) => [name, sources.join(' ')]),
  );

describe('the headers of every answer', () => {
  const html = { accept: 'text/html' };
  const answers = () =>
    Promise.all([
      house.call(null, 'GET', '/', { headers: html }),
      house.call(null, 'GET', '/docs', { headers: html }),
      house.call(null, 'GET', '/nothing', { headers: html }),
      house.call(null, 'GET', '/assets/style.css'),
      house.call(null, 'GET', '/api/v1/plan'),
      house.call(null, 'GET', '/api/v1/me'),
      house.call(applicant, 'GET', `/api/v1/certificates/${certificateNo}`, {
        headers: { accept: 'application/pdf' },
      }),
      house.call(null, 'GET', '/livez'),
      house.call(null, 'GET', '/auth/login'),
    ]);

  it('let nothing be loaded, run, framed or sent that is not of this house', async () => {
    for (const { headers } of await answers()) {
      expect(policyOf(headers)).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self' data:",
        'font-src': "'self'",
        'connect-src': "'self'",
        'form-action': `'self' ${house.issuer.url}`,
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
      });
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('forbid guessing types and telling other sites where one came from, and do not say what runs here', async () => {
    for (const { headers } of await answers()) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('ask for TLS only where people come by https', async () => {
    const [plain] = await answers();
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    const secure = await openHouse({ publicUrl: 'https://onewindow.example' });
    const { headers } = await secure.call(null, 'GET', '/');
    await secure.close();
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(policyOf(headers)).toHaveProperty('upgrade-insecure-requests');
  });
});

describe('what may be kept by who passes an answer on', () => {
  it.each([
    ['/api/v1/plan', 'no-cache'],
    ['/api/v1/register', 'no-cache'],
    ['/livez', 'no-store'],
    ['/readyz', 'no-store'],
    ['/metrics', 'no-store'],
    ['/', 'no-store'],
    ['/api/v1/nothing', 'no-store'],
  ])('of %s is told to anybody: %s', async (path, kept) => {
    expect((await house.call(null, 'GET', path)).headers.get('cache-control')).toBe(kept);
  });

  it('is nothing of what somebody was let in to see', async () => {
    for (const path of ['/api/v1/me', '/api/v1/cases', `/api/v1/certificates/${certificateNo}`])
      expect((await house.call(applicant, 'GET', path)).headers.get('cache-control')).toBe('no-store');
  });

  it('is a font or a script, for a day', async () => {
    const { headers } = await house.call(null, 'GET', '/assets/swagger-ui/swagger-ui.css');
    expect(headers.get('cache-control')).toBe('public, max-age=86400');
  });
});
