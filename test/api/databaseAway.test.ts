import { application } from '../world/applications';
import { applicant, official } from '../world/people';
import { until } from '../world/until';
import { openBrowser, signIn } from './browser';
import { type CallerName, callers } from './callers';
import { type Detour, openDetour, type Trouble } from './detour';
import { expectations, makeStand } from './expectations';
import { type House, openHouse } from './house';
import { actOn, apply, begin, fileOf, newKey, openItem, submitDraft } from './way';
import { type Answered, told } from './wire';

let house: House;
let detour: Detour;
beforeAll(async () => {
  house = await openHouse({
    database: async (url) => {
      detour = await openDetour(url);
      return detour.database;
    },
  });
});
afterEach(() => (detour.trouble = 'none'));
afterAll(async () => {
  await house.close();
  await detour.close();
});

const clerk = official('shiqiao', 'intakeClerk');
const fresh = async () => openItem(await fileOf(house, await apply(house)), 'accept');
const caseOf = (id: string) => id.split('.')[0]!;
const goAway = () => {
  detour.trouble = 'away';
  detour.cut();
};
const away = [503, 'databaseUnavailable'];
const replayed = ({ headers }: Answered) => headers.get('idempotency-replayed');

describe('while the database is away', () => {
  it('every address says so, and to come back: nothing is pretended, nothing breaks', async () => {
    const stand = await makeStand(house);
    for (const [line, { request, unless = {} }] of Object.entries(expectations)) {
      const { path, ...wanted } = await request(stand);
      const admitted = Object.entries(unless).find(([, status]) => status < 300)?.[0] as
        CallerName | undefined;
      goAway();
      const method = line.split(' ')[0]!.toUpperCase();
      const answered = await house.call(callers[admitted ?? 'applicant'], method, path, wanted);
      detour.trouble = 'none';
      // The vocabulary is in the code.
      const expected = line === 'get /api/v1/vocabulary' ? [200, undefined] : away;
      expect([line, ...told(answered)]).toEqual([line, ...expected]);
      expect(answered.headers.get('retry-after')).toBe(expected === away ? '2' : null);
    }
  });

  it('who acts is told that the outcome is unknown, and to try again with the same key', async () => {
    const item = await fresh();
    goAway();
    const zh = await actOn(house, item, { act: 'accept' }, clerk);
    const en = await actOn(house, item, { act: 'accept' }, clerk, { 'accept-language': 'en' });
    expect(zh.body.detail).toBe('请稍后以同一 Idempotency-Key 重试：结果未知，重试不会重复办理。');
    expect(en.body.detail).toContain('the outcome is unknown, and a retry never acts twice');
  });

  it('a person sees a page, and is still signed in when it is back', async () => {
    const browser = openBrowser(house);
    await signIn(house, browser, applicant.sub);
    goAway();
    const html = { headers: { accept: 'text/html' } };
    for (const path of ['/', '/register', '/verify/XCTY-C-2026-000001']) {
      const { status, headers, text } = await browser.ask('GET', path, html);
      expect([path, status, headers.get('content-type')]).toEqual([path, 503, 'text/html; charset=utf-8']);
      expect(text).toContain('数据库暂时不可用');
    }
    expect(told(await browser.ask('GET', '/api/v1/me'))).toEqual(away);
    detour.trouble = 'none';
    expect((await browser.ask('GET', '/api/v1/me')).status).toBe(200);
  });
});

describe('a connection that breaks while an act is written down', () => {
  /** Sends a request into trouble, then sends it again when the database is back. */
  async function twice(trouble: Trouble, send: () => Promise<Answered>): Promise<Answered> {
    detour.trouble = trouble;
    expect(told(await send())).toEqual(away);
    detour.trouble = 'none';
    return send();
  }

  it.each<[string, Trouble, number, string | null]>([
    ['before the database had it leaves nothing behind, and the retry does it', 'beforeCommit', 0, null],
    ['after the database had it loses nothing, and the retry gets the answer', 'afterCommit', 1, 'true'],
  ])('%s', async (_, trouble, written, replay) => {
    const item = await fresh();
    const { seq } = await fileOf(house, caseOf(item.id));
    const key = newKey();
    const accept = () => actOn(house, item, { act: 'accept' }, clerk, key);
    detour.trouble = trouble;
    expect(told(await accept())).toEqual(away);
    expect((await fileOf(house, caseOf(item.id))).seq).toBe(seq + written);
    detour.trouble = 'none';
    const again = await accept();
    expect([again.status, again.body.seq, replayed(again)]).toEqual([200, seq + 1, replay]);
    expect((await fileOf(house, caseOf(item.id))).seq).toBe(seq + 1);
  });

  it.each<Trouble>(['beforeCommit', 'afterCommit'])(
    '(%s) makes one draft of a draft, and one case of a submission, with no number lost',
    async (trouble) => {
      const count = async (table: 'draft' | 'case_file') =>
        (await house.database.db.selectFrom(table).selectAll().execute()).length;
      const [drafts, cases] = [await count('draft'), await count('case_file')];
      const key = newKey();
      const draft = await twice(trouble, () =>
        house.call(applicant, 'POST', '/api/v1/applications', {
          body: { application: application() },
          headers: key,
        }),
      );
      expect([draft.status, await count('draft')]).toEqual([201, drafts + 1]);
      const other = newKey();
      const submitted = await twice(trouble, () => submitDraft(house, draft, other));
      expect([submitted.status, await count('case_file')]).toEqual([201, cases + 1]);
      const numbered = Number((submitted.body.caseId as string).split('-')[2]);
      const next = await submitDraft(house, await begin(house));
      expect(Number((next.body.caseId as string).split('-')[2])).toBe(numbered + 1);
    },
  );

  it('does not hide from who waits that their act is on the record', async () => {
    const item = await fresh();
    const answering = actOn(house, item, { act: 'accept' }, clerk, { prefer: 'wait=30' });
    await until('the act to be on the record', async () =>
      (await fileOf(house, caseOf(item.id))).dates.acceptance === null ? null : true,
    );
    goAway();
    const answered = await answering;
    expect([answered.status, answered.body.act]).toEqual([200, 'accept']);
    expect(answered.headers.get('preference-applied')).toBeNull();
  });
});
