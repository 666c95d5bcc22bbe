import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from 'jose';
import { administrator, type House, openHouse } from '../api/house';
import { actOn, advance, apply, fileOf, openItem } from '../api/way';
import { type Answered, told } from '../api/wire';
import { deliver } from '../letters/courier';
import { official } from '../world/people';
import { eventsIn, type FeedEvent, nextIn, readAll, typesOf } from './reader';

const coordinator = official('health', 'coordinator');

let house: House;
beforeEach(async () => (house = await openHouse()));
afterEach(() => house.close());

const get = (query = '', who = coordinator) => house.call(who, 'GET', `/api/v1/feed${query}`);
const ofCase = async (caseId: string) =>
  (await readAll(house)).filter(({ subject }: FeedEvent) => subject === caseId);

describe('the feed', () => {
  it('tells of a case what happened, in its order, from its receipt to its certificate', async () => {
    const caseId = await apply(house);
    await advance(house, caseId, 'endorse');
    await deliver(house, caseId);
    await advance(house, caseId, 'end');
    const { certificateNo, decisionNo } = await fileOf(house, caseId);
    const events = await ofCase(caseId);
    expect(typesOf(events)).toEqual([
      'submitted',
      'accepted',
      'decided',
      'registered',
      'registrationPushed',
      'filed',
      'receiptIssued',
      'conformityConfirmed',
      'licenceIssued',
    ]);
    expect(events[2]!.data).toMatchObject({ result: 'granted', no: decisionNo });
    expect(events.at(-1)!.data).toMatchObject({ no: certificateNo });
  });

  it('goes on after its cursor, a batch at a time, and gives again the same bytes of each event', async () => {
    for (let n = 0; n < 3; n++) await advance(house, await apply(house), 'draft');
    const whole = (await get('?limit=100')).text;
    const parts: string[] = [];
    for (let query = '?limit=2'; ;) {
      const batch = await get(query);
      if (eventsIn(batch).length === 0) break;
      expect(eventsIn(batch).length).toBeLessThanOrEqual(2);
      parts.push(batch.text.slice(1, -1));
      query = `?${nextIn(batch)!.split('?')[1]}`;
    }
    expect(`[${parts.join(',')}]`).toBe(whole);
    expect((await get('?limit=100')).text).toBe(whole);
  });

  it('passes over what stays in the house, while its cursor goes on', async () => {
    const caseId = await apply(house);
    const first = await get();
    expect(typesOf(eventsIn(first))).toEqual(['submitted']);
    const item = openItem(await fileOf(house, caseId), 'accept');
    await actOn(house, item, { act: 'claim' }, official('shiqiao', 'intakeClerk'));
    const second = await house.call(coordinator, 'GET', nextIn(first)!);
    expect(eventsIn(second)).toEqual([]);
    expect(nextIn(second)).not.toBe(nextIn(first));
  });

  it('is empty, and without a cursor, where nothing was ever told', async () => {
    const empty = await get();
    expect([empty.status, empty.text, nextIn(empty)]).toEqual([200, '[]', null]);
    expect(empty.headers.get('content-type')).toMatch(/^application\/cloudevents-batch\+json/);
  });
});

describe('a decision', () => {
  const decisions = async () =>
    (await house.call(null, 'GET', '/api/v1/register/decisions')).body.entries.length as number;

  it('is told when the register shows it: once its letter is served; what came after it waits behind it', async () => {
    const caseId = await apply(house);
    await advance(house, caseId, 'register');
    expect([await decisions(), typesOf(await ofCase(caseId))]).toEqual([0, ['submitted', 'accepted']]);
    const other = await apply(house);
    expect(typesOf(await ofCase(other))).toEqual(['submitted']);
    await deliver(house, caseId);
    expect(await decisions()).toBe(1);
    const all = await readAll(house);
    // Its place is after what was told meanwhile: nobody who read on passed it by.
    expect(all.map(({ subject, type }) => [subject, type]).at(-1)).toEqual([
      caseId,
      'onewindow.case.decided.v1',
    ]);
  });

  it('is never told where it was amended, and the one that was made instead is', async () => {
    const caseId = await apply(house);
    const slip = await advance(house, caseId, 'endorse');
    const decided = slip.items[slip.current.decide!]!;
    const signer = official('shiqiao', 'decisionMaker');
    expect((await actOn(house, decided, { act: 'amend', reason: '更正' }, signer)).status).toBe(200);
    await advance(house, caseId, 'endorse');
    await deliver(house, caseId);
    const { decisionNo } = await fileOf(house, caseId);
    const events = await ofCase(caseId);
    expect(typesOf(events)).toEqual(['submitted', 'accepted', 'decided']);
    expect(events.at(-1)!.data.no).toBe(decisionNo);
    expect(JSON.stringify(events)).not.toContain(slip.decisionNo);
  });
});

it('tells as late of an application that was not accepted', async () => {
  const caseId = await apply(house);
  const item = openItem(await fileOf(house, caseId), 'accept');
  const decline = { act: 'decline', reason: '不属于本机关职权' };
  await actOn(house, item, decline, official('shiqiao', 'intakeClerk'));
  expect(typesOf(await ofCase(caseId))).toEqual(['submitted']);
  await deliver(house, caseId);
  const events = await ofCase(caseId);
  expect(typesOf(events)).toEqual(['submitted', 'notAccepted']);
  expect(events.at(-1)!.data).toEqual({});
});

describe('the signature of a batch', () => {
  /** Puts the body back where the detached signature left it out. */
  async function verify({ headers, bytes }: Answered, body = bytes) {
    const keys = (await (await fetch(`${house.address}/jwks.json`)).json()) as JSONWebKeySet;
    const [head, none, signature] = headers.get('x-jws-signature')!.split('.');
    expect(none).toBe('');
    const whole = `${head}.${body.toString('base64url')}.${signature}`;
    return compactVerify(whole, createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
  }

  it('holds by the published keys over the bytes of the body, and over none that differ', async () => {
    await apply(house);
    const batch = await get();
    expect((await verify(batch)).payload).toEqual(new Uint8Array(batch.bytes));
    const changed = Buffer.from(batch.bytes);
    changed[10]! ^= 1;
    await expect(verify(batch, changed)).rejects.toThrow('signature verification failed');
  });

  it('says what it is for and between which cursors it stands', async () => {
    await apply(house);
    const first = await get();
    const second = await house.call(coordinator, 'GET', nextIn(first)!);
    const [one, two] = [first, second].map(({ headers }) =>
      decodeProtectedHeader(headers.get('x-jws-signature')!),
    );
    expect(one).toMatchObject({ alg: 'EdDSA', typ: 'ow-feed', after: null });
    expect(nextIn(first)).toContain(`after=${String(one!.next)}`);
    expect(two!.after).toBe(one!.next);
  });
});

describe('a cursor', () => {
  it('that none of this record’s positions gave is refused: the record was restored', async () => {
    await apply(house);
    const cursor = (position: string, hash: string) =>
      Buffer.from(JSON.stringify([position, hash])).toString('base64url');
    const given = decodeCursor(nextIn(await get())!);
    expect((await get(`?after=${cursor(...given)}`)).status).toBe(200);
    for (const other of [cursor(given[0], '0123456789abcdef'), cursor('999', given[1])])
      expect(told(await get(`?after=${other}`))).toEqual([409, 'feedCursorUnknown']);
  });

  it.each(['after=x', `after=${Buffer.from('[1]').toString('base64url')}`, 'limit=101', 'cursor=abc'])(
    'that is none, like another parameter, is malformed: %s',
    async (query) => {
      expect(told(await get(`?${query}`))).toEqual([400, 'malformedRequest']);
    },
  );
});

it('is for coordinators and administrators', async () => {
  expect((await get('', administrator)).status).toBe(200);
  expect(told(await get('', official('shiqiao', 'head')))).toEqual([403, 'roleMissing']);
});

function decodeCursor(next: string): [string, string] {
  const cursor = new URL(next, 'http://relative').searchParams.get('after')!;
  return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string, string];
}
