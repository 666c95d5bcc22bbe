import { sql } from 'kysely';
import pg from 'pg';
import { MOST_STREAMS } from '../../api/live/hub';
import { LiveChange } from '../../api/contracts/live';
import type { CaseFile } from '../../domain/caseFile';
import { applicant, official } from '../world/people';
import { openBrowser, postForm, signIn } from './browser';
import { type House, openHouse, stranger } from './house';
import { listen, type Listening } from './listening';
import { actOn, apply, conduct, fileOf, openItem } from './way';

const livePace = { readMs: 20, beatMs: 40 };
const clerk = official('shiqiao', 'intakeClerk');
const outsider = official('police', 'reviewer');

let house: House;
const open: Listening[] = [];
beforeAll(async () => {
  house = await openHouse({ livePace });
});
afterEach(() => Promise.all(open.splice(0).map((each) => each.leave())));
afterAll(() => house.close());

const bearer = async (who: { sub: string }) => ({
  authorization: `Bearer ${await house.issuer.token(who.sub)}`,
});

async function hear(who: { sub: string }, query = '', headers: Record<string, string> = {}) {
  const listening = await listen(house, { ...(await bearer(who)), ...headers }, query);
  open.push(listening);
  return listening;
}

/** What somebody is told next of a case after an event: what was written just before they came may be told them too. */
async function heardAfter({ next }: Listening, { caseId, seq }: Pick<CaseFile, 'caseId' | 'seq'>) {
  for (;;) {
    const message = await next();
    if (!message) throw new Error(`The stream ended before anything of ${caseId} was told`);
    if (message.data.caseId === caseId && message.data.seq > seq) return message;
  }
}

async function accept(caseId: string): Promise<void> {
  const item = openItem(await fileOf(house, caseId), 'accept');
  expect((await actOn(house, item, { act: 'accept' }, clerk)).status).toBe(200);
}

describe('a stream of live updates', () => {
  it('tells whoever may read a case that something happened in it, and what concerns them', async () => {
    const caseId = await apply(house);
    const [colleague, own, mine] = [
      await hear(official('shiqiao', 'head')),
      await hear(clerk),
      await hear(applicant),
    ];
    expect(own.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const before = await fileOf(house, caseId);
    await accept(caseId);
    for (const each of [colleague, own]) {
      const { event, data } = await heardAfter(each, before);
      expect([event, LiveChange.parse(data).caseId, data.concerns]).toEqual(['change', caseId, null]);
    }
    const { data } = await heardAfter(mine, before);
    expect(data).toMatchObject({ caseId, concerns: { kind: 'told', label: { zh: '已受理' } } });
  });

  it('tells a unit of its new item, and only whose role answers it', async () => {
    const caseId = await apply(house);
    await accept(caseId);
    const before = await fileOf(house, caseId);
    const [reviewer, bystander] = [
      await hear(official('fire', 'reviewer')),
      await hear(official('fire', 'head')),
    ];
    await conduct(house, caseId);
    expect((await heardAfter(reviewer, before)).data).toMatchObject({
      caseId,
      concerns: { kind: 'newItem', label: { zh: '会签' } },
    });
    expect((await heardAfter(bystander, before)).data).toMatchObject({ caseId, concerns: null });
  });

  it('tells nobody of a case that they may not read', async () => {
    const [away, foreign] = [await hear(outsider), await hear(stranger)];
    await accept(await apply(house));
    // Two beats later everything that was written has been read.
    for (const each of [away, foreign]) {
      const first = await each.beat();
      let last = first;
      while (last === first) last = await each.beat();
      await each.leave();
      expect(await each.next().catch(() => null)).toBeNull();
    }
  });

  it('goes on where it broke off', async () => {
    const caseId = await apply(house);
    const before = await hear(clerk);
    const position = (await before.beat())!;
    await before.leave();
    await accept(caseId);
    for (const again of [
      await hear(clerk, `?after=${position}`),
      await hear(clerk, '', { 'last-event-id': position }),
    ])
      expect((await again.next())!.data).toMatchObject({ caseId });
  });

  it('says that there is a gap where its position is none of this record', async () => {
    const again = await hear(clerk, '?after=9000000000000000000');
    expect((await again.next())!.event).toBe('gap');
  });

  it('passes by nothing that an open transaction writes late', async () => {
    const caseId = await apply(house);
    const slow = new pg.Client({ connectionString: house.database.url });
    await slow.connect();
    await slow.query('begin');
    const { rows } = await slow.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
    const own = await hear(clerk);
    await own.beat();
    await accept(caseId);
    await own.beat();
    expect(BigInt((await own.beat())!)).toBeLessThanOrEqual(BigInt(rows[0]!.xid));
    await slow.query('commit');
    expect((await own.next())!.data).toMatchObject({ caseId });
    await slow.end();
  });

  it('ends after its seconds', async () => {
    const short = await hear(clerk, '?seconds=0');
    expect(await short.next()).toBeNull();
  });

  it('is open a few times only for one person, others unhindered', async () => {
    for (let n = 0; n < MOST_STREAMS; n++) expect((await hear(clerk)).status).toBe(200);
    expect((await hear(clerk)).status).toBe(429);
    expect((await hear(applicant)).status).toBe(200);
  });

  it('is for nobody who is not signed in', async () => {
    expect((await listen(house, {})).status).toBe(401);
  });
});

describe('a stream of a browser', () => {
  async function signedIn() {
    const browser = openBrowser(house);
    await signIn(house, browser, clerk.sub);
    return browser;
  }

  it('ends when its person signs out', async () => {
    const browser = await signedIn();
    const own = await listen(house, { cookie: browser.cookie() });
    await own.beat();
    const { csrfToken } = (await browser.ask('GET', '/api/v1/me')).body;
    await postForm(browser, '/auth/logout', { _csrf: csrfToken as string });
    expect(await own.next()).toBeNull();
  });

  it('is no use of its session, which ends in its time all the same', async () => {
    const browser = await signedIn();
    const expires = async () => {
      const { rows } = await sql<{
        expire: Date;
      }>`select expire from session order by expire desc limit 1`.execute(house.database.db);
      return rows[0]!.expire.getTime();
    };
    const before = await expires();
    const own = await listen(house, { cookie: browser.cookie() });
    expect(own.headers.getSetCookie()).toEqual([]);
    await own.beat();
    await own.leave();
    expect(await expires()).toBe(before);
    const ending = await listen(house, { cookie: browser.cookie() });
    const owner = new pg.Client({ connectionString: house.database.url });
    await owner.connect();
    await owner.query(`update session set expire = now() - interval '1 second'`);
    await owner.end();
    expect(await ending.next()).toBeNull();
  });
});

it('ends with the process, so that a drain need not wait', async () => {
  const apart = await openHouse({ livePace });
  const token = await apart.issuer.token(clerk.sub);
  const own = await listen(apart, { authorization: `Bearer ${token}` });
  await own.beat();
  apart.stop.abort();
  expect(await own.next()).toBeNull();
  await apart.close();
});
