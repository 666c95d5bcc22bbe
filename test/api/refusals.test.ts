import { refusals as reasons } from '../../domain/refusal';
import { answererOf } from '../world/people';
import { type House, openHouse } from './house';
import { refusals } from './refusals/index';
import { clerk, doorOf, signer } from './refusals/refused';
import { actOn, advance, apply, fileOf, newKey, openItem } from './way';
import { type Answered, type Body, faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const allowed = ({ body }: Answered) =>
  new Set((body.allowed as readonly Body[]).map(({ act }) => act as string));

/** A fault without the numbers that the tests before it decide. */
function unnumbered(fault: string): string {
  return fault.replace(/XCTY-\d{4}-\d{6}\.\d+\.(\w+)(-\d+)?/g, '$1').replace(/(〔\d{4}〕)\d+/g, '$1');
}

describe('a refused act', () => {
  it.each(Object.entries(refusals))('says why (%s), and what is allowed instead', async (code, refused) => {
    const answered = await refused.answered(doorOf(house));
    expect(told(answered)).toEqual([refused.status, code]);
    expect(answered.body.title).toBe(reasons[code as keyof typeof reasons].zh);
    expect(allowed(answered)).toEqual(new Set(refused.instead));
    const [error] = (answered.body.errors ?? []) as readonly Body[];
    const fault = error && [error.pointer, error.code, ...((error.expected ?? []) as string[])].join(' ');
    expect(fault && unnumbered(fault)).toBe(refused.fault);
  });

  it('names of each allowed act where it is sent and under which version, so that it succeeds', async () => {
    const item = openItem(await advance(house, await apply(house), 'accept'), 'accept');
    const refused = await actOn(house, item, { act: 'issue' }, clerk);
    const [{ href, etag, act }] = refused.body.allowed;
    const done = await house.call(clerk, 'POST', href, {
      body: { act },
      headers: { ...newKey(), 'if-match': etag },
    });
    expect(done.status).toBe(200);
  });

  it('leaves nothing on the record, not even a number', async () => {
    const file = await advance(house, await apply(house), 'decide');
    const numbers = () => house.database.db.selectFrom('serial_number').selectAll().execute();
    const before = await numbers();
    await actOn(house, openItem(file, 'decide'), { act: 'decide', result: 'refused' }, signer);
    expect(await fileOf(house, file.caseId)).toEqual(file);
    expect(await numbers()).toEqual(before);
  });

  it('names each field that is wrong in itself', async () => {
    const item = openItem(await advance(house, await apply(house), 'register'), 'register');
    const body = { act: 'register', unifiedCode: '123', registeredOn: '2026-02-30', colour: 'red' };
    const answered = await actOn(house, item, body, answererOf(item, 'register'));
    expect(told(answered)).toEqual([422, 'invalidContent']);
    expect(new Set(faults(answered))).toEqual(
      new Set([
        '/unifiedCode tooSmall',
        '/unifiedCode invalidUnifiedCode',
        '/registeredOn invalidDate',
        '/colour unknownField',
      ]),
    );
  });
});
