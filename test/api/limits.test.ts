import { usualLimits } from '../../api/http/limits';
import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { type Answered, told } from './wire';

const anonymous = 4;
const account = 6;
let house: House;
beforeEach(async () => (house = await openHouse({ limits: { ...usualLimits, anonymous, account } })));
afterEach(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const from = (address: string) => ({ 'x-forwarded-for': address });
const look = (path = '/api/v1/vocabulary', headers = {}) => house.call(null, 'GET', path, { headers });
const me = (who = applicant) => house.call(who, 'GET', '/api/v1/me');

async function times(count: number, ask: () => Promise<Answered>): Promise<Answered[]> {
  const answers = [];
  for (let n = 0; n < count; n++) answers.push(await ask());
  return answers;
}

describe('how often somebody may ask in a minute', () => {
  it('is counted for an address that is not signed in, and said before it is too much', async () => {
    const answers = await times(anonymous + 1, () => look());
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(anonymous).fill(200), 429]);
    answers.slice(0, anonymous).forEach(({ headers }, index) => {
      expect(headers.get('ratelimit-policy')).toMatch(/^"4-in-1min"; q=4; w=60; pk=:.+:$/);
      expect(headers.get('ratelimit')).toMatch(
        new RegExp(`^"4-in-1min"; r=${anonymous - index - 1}; t=\\d+$`),
      );
    });
    const refused = answers.at(-1)!;
    expect(told(refused)).toEqual([429, 'tooManyRequests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('is counted for each address apart, as the proxy before us names it', async () => {
    await times(anonymous, () => look(undefined, from('203.0.113.1')));
    expect((await look(undefined, from('203.0.113.1'))).status).toBe(429);
    expect((await look(undefined, from('203.0.113.2'))).status).toBe(200);
  });

  it('is one count for all that anybody may ask, pages and sign-in among them', async () => {
    for (const path of ['/api/v1/plan', '/register', '/auth/login', '/verify/XCTY-C-2026-000001'])
      await look(path);
    for (const path of ['/', '/docs', '/api/v1/register', '/auth/login', '/verify', '/verify/x'])
      expect([path, (await look(path)).status]).toEqual([path, 429]);
    const page = await look('/register', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(page.text).toContain('请求过于频繁');
  });

  it('is counted for each account apart, wherever it comes from', async () => {
    expect((await times(account, () => me())).map(({ status }) => status)).toEqual(Array(account).fill(200));
    const refused = await me();
    expect(told(refused)).toEqual([429, 'tooManyRequests']);
    expect(refused.headers.get('ratelimit')).toMatch(/^"6-in-1min"; r=0; t=\d+$/);
    expect((await me(clerk)).status).toBe(200);
    expect((await look()).status).toBe(200);
  });

  it('is counted for the address of who proves nothing: tokens cannot be tried without end', async () => {
    const tried = await times(anonymous + 1, () => look('/api/v1/me', { authorization: 'Bearer x.y.z' }));
    expect(tried.map(told)).toEqual([
      ...Array<unknown>(anonymous).fill([401, 'tokenInvalid']),
      [429, 'tooManyRequests'],
    ]);
    expect((await me()).status).toBe(200);
  });

  it('is nobody’s business while health is asked for', async () => {
    const answers = await times(anonymous + 2, () => look('/livez'));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
