import type { Actor } from '../../domain/actor';
import { usualLimits } from '../../api/http/limits';
import { openItems } from '../../domain/process';
import { supervisionId } from '../../domain/supervision';
import { deliver } from '../letters/courier';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { actOn, advance, apply, begin, complain, conduct, openItem, rate } from './way';
import { type Body, told } from './wire';

let house: House;
const CERTIFIED = 5;
/** So many arrive while a list is walked: each is a whole way to the certificate. */
const ARRIVING = 2;
beforeAll(async () => {
  house = await openHouse({ limits: { ...usualLimits, complaints: 1_000 } });
  for (let n = 0; n < CERTIFIED; n++) await advance(house, await apply(house), 'end');
  for (let n = 0; n < CERTIFIED; n++) await beComplainedOf();
});
afterAll(() => house.close());

interface List {
  readonly path: string;
  readonly who: Actor | null;
  /** What tells an entry from another. */
  readonly key: string;
  /** One row more, as somebody else would add it meanwhile. */
  readonly arrive: () => Promise<unknown>;
  /** Whether a row may turn out to be no entry: nobody was told of it yet. */
  readonly leavesOut?: true;
}

const lists: readonly List[] = [
  { path: '/api/v1/cases', who: applicant, key: 'caseId', arrive: () => apply(house) },
  { path: '/api/v1/applications', who: applicant, key: 'id', arrive: () => begin(house) },
  { path: '/api/v1/worklist?unit=all', who: administrator, key: 'id', arrive: () => apply(house) },
  { path: '/api/v1/evaluations?year=2027', who: administrator, key: 'caseId', arrive: beEvaluated },
  { path: '/api/v1/visits?unit=all', who: administrator, key: 'id', arrive: certify },
  ...['registrations', 'filings'].map((name) => ({
    path: `/api/v1/${name}`,
    who: administrator,
    key: 'caseId',
    arrive: certify,
  })),
  { path: '/api/v1/register', who: null, key: 'certificateNo', arrive: certify },
  { path: '/api/v1/register/decisions', who: null, key: 'decisionNo', arrive: grant, leavesOut: true },
  {
    path: '/api/v1/register/non-conformities',
    who: null,
    key: 'letterNo',
    arrive: findNonConforming,
    leavesOut: true,
  },
  { path: '/api/v1/complaints', who: administrator, key: 'no', arrive: beComplainedOf },
  {
    path: '/api/v1/conference',
    who: administrator,
    key: 'caseId',
    arrive: object,
    leavesOut: true,
  },
  {
    path: '/api/v1/register/ratings?year=2027',
    who: null,
    key: 'certificateNo',
    arrive: beRated,
    leavesOut: true,
  },
];

/** An institution more whose evaluation of 2027 has begun. */
async function beEvaluated(): Promise<void> {
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  const before = house.time.now;
  house.time.now = new Date('2027-03-01T02:00:00.000Z');
  await conduct(house, supervisionId(caseId));
  house.time.now = before;
}

async function beComplainedOf(): Promise<void> {
  await complain(house, 'XCTY-C-2026-000001');
}

async function object(): Promise<void> {
  const caseId = await apply(house);
  for (const unit of ['fire', 'housing']) {
    const file = await advance(house, caseId, 'review');
    const item = openItems(file).find((each) => each.step === 'review' && each.unit === unit)!;
    const body = { act: 'signOff', opinion: 'object', reason: '疏散通道不足' };
    await actOn(house, item, body, official(unit, 'reviewer'));
  }
}

async function beRated(): Promise<void> {
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  await rate(house, caseId);
}

async function certify(): Promise<void> {
  await advance(house, await apply(house), 'end');
}

/** A decision to grant, told. */
async function grant(): Promise<void> {
  const caseId = await apply(house);
  await advance(house, caseId, 'endorse');
  await deliver(house, caseId);
}

/** A filing that does not conform, told. */
async function findNonConforming(): Promise<void> {
  const caseId = await apply(house);
  const item = openItem(await advance(house, caseId, 'conformity'), 'conformity');
  const body = { act: 'findNonConforming', reason: '章程缺页' };
  await actOn(house, item, body, official('health', 'filingOfficer'));
  await deliver(house, caseId);
}

const page = (list: List, query: Record<string, string>) => {
  const address = new URL(list.path, 'http://here');
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return house.call(list.who, 'GET', address.pathname + address.search);
};
const keys = (list: List, entries: readonly Body[]) => entries.map((entry) => entry[list.key] as string);

/** Walks a list two by two, by the cursor of each page, while others add to it. */
async function walked(list: List): Promise<string[]> {
  const seen: string[] = [];
  let arrived = 0;
  for (let cursor: string | null = null; ;) {
    const { status, body, headers } = await page(list, {
      limit: '2',
      ...(cursor === null ? {} : { cursor }),
    });
    expect(status).toBe(200);
    seen.push(...keys(list, body.entries));
    cursor = body.next as string | null;
    if (cursor === null) return seen;
    if (list.leavesOut) expect(body.entries.length).toBeLessThanOrEqual(2);
    else expect(body.entries).toHaveLength(2);
    expect(headers.get('link')).toContain(`cursor=${cursor}>; rel="next"`);
    if (arrived++ < ARRIVING) await list.arrive();
  }
}

it('is tested for every list that there is', () => {
  const paged = house.routes.filter(({ query }) => query !== undefined && 'cursor' in query.shape);
  const tested = lists.map(({ path }) => path.split('?')[0]);
  expect(paged.map(({ base, path }) => base + path).sort()).toEqual(tested.sort());
});

describe.each(lists)('the pages of $path', (list) => {
  beforeAll(async () => {
    for (let n = 0; n < (list.arrive === certify ? 1 : 3); n++)
      await (list.arrive === certify ? apply(house) : list.arrive());
  });

  it('hold every row once and in order, though rows arrive between them', async () => {
    const before = keys(list, (await page(list, { limit: '100' })).body.entries);
    expect(before.length).toBeGreaterThanOrEqual(CERTIFIED - 2);
    const seen = await walked(list);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((key) => before.includes(key))).toEqual(before);
  });

  it('lead on by their Link as well', async () => {
    const first = await page(list, { limit: '2' });
    const [, next] = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? [];
    const second = await house.call(list.who, 'GET', next ?? '');
    expect(second.body).toEqual((await page(list, { limit: '2', cursor: first.body.next })).body);
    expect(keys(list, second.body.entries)).not.toContain(keys(list, first.body.entries)[0]);
  });

  it.each([
    ['words', 'nonsense'],
    ['nothing', encoded('')],
    ['no list', encoded('{}')],
    ['an empty list', encoded('[]')],
    ['a number', encoded('[1]')],
    ['too much', encoded('["a","b","c"]')],
    ['a character that cannot be stored', encoded('["\\u0000"]')],
    ['one such beside a time', encoded('["2026-09-28T02:00:00.000Z","\\u0000"]')],
    ['a time that no database knows', encoded('["0000-01-01T00:00:00Z","a"]')],
    ['a quote', encoded(`["' or true --"]`)],
  ])('refuse a cursor of %s', async (_, cursor) => {
    const answered = await page(list, { cursor });
    expect(told(answered)).toEqual([400, 'malformedRequest']);
    expect(answered.body.errors[0].pointer).toBe('/query/cursor');
  });

  it('refuse a cursor with characters that no cursor has', async () => {
    expect(told(await page(list, { cursor: 'a b' }))).toEqual([400, 'malformedRequest']);
  });
});

function encoded(position: string): string {
  return Buffer.from(position).toString('base64url');
}
