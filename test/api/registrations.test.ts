import type { Actor } from '../../domain/actor';
import { UNIFIED_CODE } from '../world/answers';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { actOn, advance, apply, openItem } from './way';
import type { Body } from './wire';

let house: House;
/** Registered at 民政局, its push on the way. */
let pushing: string;
/** Registered at 市场监管局 and filed. */
let filed: string;

beforeAll(async () => {
  house = await openHouse();
  await apply(house);
  pushing = await apply(house);
  const register = openItem(await advance(house, pushing, 'register'), 'register');
  const body = { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: '2026-09-28' };
  await actOn(house, register, body, official('civilAffairs', 'registrar'));
  filed = await apply(house, { ownership: 'forProfit' });
  await advance(house, filed, 'receipt');
});
afterAll(() => house.close());

const list = async (what: 'registrations' | 'filings', who: Actor, query = '') =>
  (await house.call(who, 'GET', `/api/v1/${what}${query}`)).body.entries as readonly Body[];
const numbers = (entries: readonly Body[]) => entries.map(({ caseId }) => caseId as string);

describe('the registrations', () => {
  it('are those that were made, with the code, the day and the registrar', async () => {
    expect(await list('registrations', official('civilAffairs', 'registrar'))).toEqual([
      expect.objectContaining({ caseId: filed }),
      {
        caseId: pushing,
        institution: '示例托育园',
        ownership: 'nonProfit',
        registrar: { id: 'civilAffairs', name: { zh: '区民政局', en: 'Civil Affairs Bureau' } },
        kind: 'new',
        unifiedCode: UNIFIED_CODE,
        registeredOn: '2026-09-28',
        push: null,
      },
    ]);
  });

  it('are found by their registrar', async () => {
    expect(numbers(await list('registrations', administrator, '?registrar=market'))).toEqual([filed]);
    expect(numbers(await list('registrations', administrator, '?registrar=civilAffairs'))).toEqual([pushing]);
  });

  it('show how their push stands: how often it was tried, and to colleagues why it failed', async () => {
    const { db } = house.database;
    const key = `${pushing}:push`;
    const last_error = 'connect ECONNREFUSED 10.0.0.5:443';
    await db.insertInto('push').values({ key, case_id: pushing, attempts: 3, last_error }).execute();
    const pushOf = async (who: Actor) =>
      (await list('registrations', who)).find(({ caseId }) => caseId === pushing)?.push;
    const failing = { status: 'waiting', attempts: 3, lastError: last_error, receiptNo: null };
    expect(await pushOf(official('health', 'filingOfficer'))).toEqual(failing);
    expect(await pushOf(applicant)).toEqual({ ...failing, lastError: null });
    const delivered = { status: 'delivered', receipt_no: 'HB-7', last_error: null } as const;
    await db.updateTable('push').set(delivered).where('key', '=', key).execute();
    expect(await pushOf(applicant)).toMatchObject({ status: 'delivered', receiptNo: 'HB-7' });
  });

  it('are shown to those alone who may read their case', async () => {
    expect(numbers(await list('registrations', applicant))).toEqual([filed, pushing]);
    expect(await list('registrations', stranger)).toEqual([]);
    expect(await list('registrations', official('finance', 'registrar'))).toEqual([]);
  });
});

describe('the filings', () => {
  const officer = official('health', 'filingOfficer');

  it('are those whose papers came in, with the receipt and how the check stands', async () => {
    const inHand = {
      caseId: filed,
      institution: '示例托育园',
      receivedOn: '2026-09-28',
      certificateNo: null,
    };
    expect(await list('filings', officer)).toEqual([{ ...inHand, receiptNo: null, conformity: 'open' }]);
    const file = await advance(house, filed, 'receipt');
    await actOn(house, openItem(file, 'receipt'), { act: 'issueReceipt' }, officer);
    const receiptNo = 'XCTY-R-2026-000001';
    expect(await list('filings', officer)).toEqual([{ ...inHand, receiptNo, conformity: 'open' }]);
    await actOn(house, openItem(file, 'conformity'), { act: 'confirm' }, officer);
    expect(await list('filings', officer)).toEqual([{ ...inHand, receiptNo, conformity: 'confirmed' }]);
    await advance(house, filed, 'end');
    expect((await list('filings', officer))[0]?.certificateNo).toBe('XCTY-C-2026-000001');
  });

  it('are shown to those alone who may read their case', async () => {
    expect(numbers(await list('filings', applicant))).toEqual([filed]);
    expect(await list('filings', stranger)).toEqual([]);
    expect(await list('filings', official('finance', 'filingOfficer'))).toEqual([]);
  });
});
