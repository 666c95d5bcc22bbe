import { sql } from 'kysely';
import { administrator, type House, openHouse } from '../api/house';
import { newKey } from '../api/way';
import { applicant, official } from '../world/people';
import { openBrowser } from './browser';

let house: House;
beforeAll(async () => (house = await openHouse({ sessionLimits: { idleMinutes: 20, hours: 2 } })));
afterAll(() => house.close());

const me = '/api/v1/me';

async function signedIn(sub = applicant.sub) {
  const browser = openBrowser(house);
  expect((await browser.signIn(sub)).status).toBe(303);
  expect((await browser.get(me)).body.sub).toBe(sub);
  return browser;
}

const log = (type: string, sub: string | null = null) =>
  house.database.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('type', '=', type as never)
    .where('actor_sub', sub === null ? 'is' : '=', sub as never)
    .orderBy('seq', 'desc')
    .execute();

const sessions = async (change: ReturnType<typeof sql>) => change.execute(house.database.db);

test('signing in gives the session a new id, and the old one is nobody’s', async () => {
  const browser = openBrowser(house);
  house.issuer.nextSignIn = { sub: applicant.sub };
  const address = await browser.callback();
  const before = browser.cookie;
  await browser.get(address);
  expect(browser.cookie).not.toBe(before);
  const thief = await fetch(`${house.address}${me}`, { headers: { cookie: before } });
  expect(thief.status).toBe(401);
});

test('a session ends when nothing was asked for its idle time', async () => {
  const browser = await signedIn();
  const { rows } = await sql<{ minutes: number }>`
    select extract(epoch from max(expire) - now()) / 60 as minutes from session`.execute(house.database.db);
  expect(Math.round(Number(rows[0]?.minutes))).toBe(20);
  await sessions(sql`update session set expire = now() - interval '2 seconds'`);
  expect((await browser.get(me)).status).toBe(401);
});

test('a session ends after its whole time, however busy it is', async () => {
  const browser = await signedIn();
  const at = (hours: number) => Date.now() - hours * 3_600_000;
  const age = (since: number) =>
    sessions(
      sql`update session set sess = jsonb_set(sess::jsonb, '{signedInAt}', to_jsonb(${since}::bigint))::json`,
    );
  await age(at(1.95));
  expect((await browser.get(me)).status).toBe(200);
  await age(at(2.05));
  expect((await browser.get(me)).status).toBe(401);
  expect((await browser.get('/')).text).toContain('/auth/login');
});

test('signing out everywhere ends every browser’s session and every token of that person, and no other’s', async () => {
  const { sub } = official('health', 'reviewer');
  const [here, there, other] = [await signedIn(sub), await signedIn(sub), await signedIn(administrator.sub)];
  const token = await house.issuer.token(sub, { iat: Math.floor(Date.now() / 1_000) - 5 });
  const byToken = () => fetch(`${house.address}${me}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await byToken()).status).toBe(200);

  const { status, body } = await here.post('/api/v1/me/sessions/end', {}, newKey());
  expect([status, body]).toEqual([200, { ended: 2 }]);

  expect((await here.get(me)).status).toBe(401);
  expect((await there.get(me)).status).toBe(401);
  expect((await byToken()).status).toBe(401);
  expect((await other.get(me)).status).toBe(200);
  const [entry] = await log('sessionsEnded', sub);
  expect(entry?.subject_id).toBe(sub);
  expect((await signedIn(sub)).cookie).not.toBe('');
});

test('a session that a request saves late, after all were ended, does not come back to life', async () => {
  const reviewer = official('fire', 'reviewer');
  const browser = await signedIn(reviewer.sub);
  const { rows } = await sql<{ sid: string; sess: object; expire: Date }>`
    select * from session where sess #>> '{identity,sub}' = ${reviewer.sub}`.execute(house.database.db);
  await browser.post('/api/v1/me/sessions/end', {}, newKey());
  const [kept] = rows;
  await sessions(
    sql`insert into session (sid, sess, expire) values (${kept?.sid}, ${JSON.stringify(kept?.sess)}, ${kept?.expire})`,
  );
  expect((await browser.get(me)).status).toBe(401);
});

test('signing in and out is on the log, and so is a sign-in that fails', async () => {
  const browser = await signedIn(administrator.sub);
  expect((await log('signedIn', administrator.sub))[0]).toMatchObject({
    subject_id: administrator.sub,
    details: { issuer: house.issuer.url },
  });
  expect((await browser.submit('/auth/logout')).status).toBe(303);
  expect((await log('signedOut', administrator.sub))[0]?.subject_id).toBe(administrator.sub);

  const stranger = openBrowser(house);
  await stranger.signIn('unheard-of');
  expect((await log('signInFailed', 'unheard-of'))[0]?.details).toMatchObject({ reason: 'accountUnknown' });

  const lost = await openBrowser(house).get('/auth/callback?code=1&state=2');
  expect(lost.status).toBe(400);
  expect((await log('signInFailed'))[0]?.details).toEqual({ reason: 'notCompleted' });
});

test('a program whose token names nobody here is a sign-in that failed', async () => {
  const token = await house.issuer.token('unheard-of-program');
  const response = await fetch(`${house.address}${me}`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(403);
  expect((await log('signInFailed', 'unheard-of-program'))[0]?.details).toMatchObject({
    reason: 'accountUnknown',
  });
});

test('the issuer’s token, which may name the person, is kept sealed, and shown to the issuer at the end', async () => {
  const browser = await signedIn();
  const { rows } = await sql<{ token: string }>`select sess ->> 'idToken' as token from session`.execute(
    house.database.db,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ token }) => token.startsWith('pd1.'))).toBe(true);
  const out = await browser.submit('/auth/logout');
  const hint = new URL(out.headers.get('location') ?? '').searchParams.get('id_token_hint');
  expect(hint).toMatch(/^eyJ/);
});
