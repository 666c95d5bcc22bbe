import type { Actor } from '../../domain/actor';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { actOn, advance, apply, fileOf, openItem } from './way';
import { type Body, told } from './wire';

let house: House;
/** Waits for its clerk, since an earlier day. */
let waiting: string;
/** Waits for the departments. */
let reviewed: string;
/** Waits for the applicant's papers. */
let filing: string;

beforeAll(async () => {
  house = await openHouse();
  house.time.now = new Date('2026-09-21T02:00:00.000Z');
  waiting = await apply(house);
  house.time.now = new Date('2026-09-22T02:00:00.000Z');
  reviewed = await apply(house);
  await advance(house, reviewed, 'review');
  filing = await apply(house, { ownership: 'forProfit' });
  await advance(house, filing, 'file');
});
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const coordinator = official('health', 'coordinator');

const ask = (who: Actor, query = '') => house.call(who, 'GET', `/api/v1/worklist${query}`);
const items = async (who: Actor, query = '') => {
  const { status, body } = await ask(who, query);
  expect(status).toBe(200);
  return (body.entries as readonly Body[]).map(({ id }) => id as string);
};
const item = (caseId: string, step: string) => `${caseId}.1.${step}`;

describe('the worklist', () => {
  it('holds what waits for its reader’s unit, each with its deadline and what they may do', async () => {
    const { entries, next } = (await ask(clerk)).body;
    expect(next).toBeNull();
    expect(entries).toEqual([
      expect.objectContaining({
        id: item(waiting, 'accept'),
        institution: '示例托育园',
        overdue: false,
        deadline: expect.objectContaining({ due: '2026-09-29' }),
        allowed: [expect.objectContaining({ act: 'accept' }), expect.objectContaining({ act: 'decline' })],
        href: `/api/v1/work-items/${item(waiting, 'accept')}`,
      }),
    ]);
    const work = await house.call(clerk, 'GET', entries[0].href);
    expect(work.headers.get('etag')).toBe(entries[0].allowed[0].etag);
    expect(work.body).toEqual(expect.objectContaining({ id: entries[0].id, deadline: entries[0].deadline }));
  });

  it('holds for an applicant what waits for their own organisation, and nothing for a stranger', async () => {
    expect(await items(applicant)).toEqual([item(filing, 'file')]);
    expect(await items(stranger)).toEqual([]);
  });

  it('is another unit’s only for those who oversee all', async () => {
    expect(told(await ask(clerk, '?unit=fire'))).toEqual([403, 'notYourUnit']);
    expect(told(await ask(applicant, '?unit=shiqiao'))).toEqual([403, 'notYourUnit']);
    expect(told(await ask(clerk, '?unit=all'))).toEqual([403, 'notYourUnit']);
    expect(await items(clerk, '?unit=shiqiao')).toEqual([item(waiting, 'accept')]);
    for (const overseer of [coordinator, administrator])
      expect(await items(overseer, '?unit=fire')).toEqual([item(reviewed, 'review-fire')]);
  });

  it('is of every unit for who oversees all and asks for it, the most urgent first', async () => {
    const { entries } = (await ask(administrator, '?unit=all')).body;
    const due = (entries as readonly Body[]).map(({ deadline }) => deadline.dueAt as string);
    expect(due).toEqual([...due].sort());
    expect(new Set((entries as readonly Body[]).map(({ caseId }) => caseId as string))).toEqual(
      new Set([waiting, reviewed, filing]),
    );
  });

  it('shows who oversees all what waits for applicants too', async () => {
    expect(await items(administrator, '?unit=applicant')).toEqual([item(filing, 'file')]);
  });

  it('is narrowed to what its reader’s own roles may answer', async () => {
    expect(await items(official('shiqiao', 'reviewer'), '?mine=true')).toEqual([]);
    expect(await items(clerk, '?mine=true')).toEqual([item(waiting, 'accept')]);
    expect(await items(clerk, '?mine=false')).toEqual([item(waiting, 'accept')]);
  });

  it('is empty for who has no role that answers anything', async () => {
    expect(await items(official('shiqiao', 'head'), '?mine=true')).toEqual([]);
    expect(await items(administrator, '?mine=true')).toEqual([]);
  });

  it('is narrowed to a step, and to what is due before a day', async () => {
    const all = '?unit=all';
    expect(await items(administrator, `${all}&step=accept`)).toEqual([item(waiting, 'accept')]);
    expect(await items(administrator, `${all}&dueBefore=2026-09-29`)).toEqual([]);
    expect(await items(administrator, `${all}&dueBefore=2026-09-30`)).toEqual([item(waiting, 'accept')]);
  });

  it('loses an item when it is answered', async () => {
    const caseId = await apply(house);
    expect(await items(clerk)).toContain(item(caseId, 'accept'));
    await actOn(house, openItem(await fileOf(house, caseId), 'accept'), { act: 'accept' }, clerk);
    expect(await items(clerk)).not.toContain(item(caseId, 'accept'));
  });

  it.each(['limit=0', 'limit=101', 'limit=ten', 'mine=yes', 'step=nap', 'dueBefore=tomorrow', 'colour=red'])(
    'cannot be asked for with ?%s',
    async (query) => {
      const answered = await ask(clerk, `?${query}`);
      expect(told(answered)).toEqual([400, 'malformedRequest']);
      expect(answered.body.errors[0].pointer).toBe(`/query/${query.split('=')[0]}`);
    },
  );
});

describe('the worklist after a limit', () => {
  beforeAll(() => (house.time.now = new Date('2026-10-20T02:00:00.000Z')));

  it('tells what is overdue from what is not', async () => {
    const overdue = await items(administrator, '?unit=all&overdue=true');
    const others = await items(administrator, '?unit=all&overdue=false');
    expect(overdue).toContain(item(reviewed, 'review-fire'));
    expect(overdue.filter((id) => others.includes(id))).toEqual([]);
    const { entries } = (await ask(official('fire', 'reviewer'))).body;
    expect(entries).toEqual([expect.objectContaining({ overdue: true, limitPassed: true, status: 'open' })]);
  });

  it('does not ask for an acceptance that silence has given, though nobody has noted it yet', async () => {
    expect((await fileOf(house, waiting)).items[item(waiting, 'accept')]?.status).toBe('open');
    expect(await items(clerk)).not.toContain(item(waiting, 'accept'));
  });
});
