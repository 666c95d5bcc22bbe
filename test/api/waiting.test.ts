import type { WorkItem } from '../../domain/caseFile';
import { official } from '../world/people';
import { until } from '../world/until';
import { type House, openHouse } from './house';
import { actOn, advance, apply, begin, conduct, fileOf, openItem, submitDraft } from './way';
import type { Answered } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

/** Shorter than the longest wait: who is not answered early is not answered in time. */
const EARLY_MS = 20_000;
const LONGEST = { prefer: 'wait=30' };

const fresh = async () => openItem(await fileOf(house, await apply(house)), 'accept');
const accepted = (item: WorkItem, headers = {}) =>
  actOn(house, item, { act: 'accept' }, official('shiqiao', 'intakeClerk'), headers);
const applied = ({ headers }: Answered) => headers.get('preference-applied');

/** Conducts as soon as the act is on the record, as the workflow would. */
async function conductAfter(item: WorkItem): Promise<void> {
  const caseId = item.id.split('.')[0]!;
  await until('the act to be on the record', async () =>
    (await fileOf(house, caseId)).items[item.id]?.status === 'done' ? true : null,
  );
  await conduct(house, caseId);
}

describe('who prefers to wait', () => {
  it(
    'is answered with the next steps as soon as they are open',
    async () => {
      const item = await fresh();
      const [answered] = await Promise.all([accepted(item, LONGEST), conductAfter(item)]);
      expect([answered.status, applied(answered)]).toEqual([200, 'wait=30']);
      expect(answered.body).toMatchObject({
        act: 'accept',
        workItem: { status: 'done' },
        case: { stage: 'jointReview' },
      });
      expect(answered.body.case.openItems).toHaveLength(7);
      expect(answered.body.case.seq).toBeGreaterThan(answered.body.seq);
    },
    EARLY_MS,
  );

  it(
    'is answered at once where the next move is a person’s',
    async () => {
      const file = await advance(house, await apply(house), 'review');
      const item = openItem(file, 'review');
      const agree = { act: 'signOff', opinion: 'agree' };
      const answered = await actOn(house, item, agree, official(item.unit, 'reviewer'), LONGEST);
      expect([answered.status, applied(answered)]).toEqual([200, 'wait=30']);
      const submitted = await submitDraft(house, await begin(house), LONGEST);
      expect([submitted.status, applied(submitted)]).toEqual([201, 'wait=30']);
    },
    EARLY_MS,
  );

  it('is answered when the seconds are over, with the act done all the same', async () => {
    const answered = await accepted(await fresh(), { prefer: 'wait=1' });
    expect([answered.status, applied(answered)]).toEqual([200, 'wait=1']);
    expect(answered.body.case.openItems).toEqual([]);
  });

  it('never waits for more than 30 seconds', async () => {
    const item = await fresh();
    const [answered] = await Promise.all([
      accepted(item, { prefer: 'respond-async, wait=86400' }),
      conductAfter(item),
    ]);
    expect(applied(answered)).toBe('wait=30');
  });

  it.each(['wait=0', 'wait=soon', 'wait', 'return=minimal', 'await=5'])(
    'is not who sends “%s”',
    async (prefer) => {
      const answered = await accepted(await fresh(), { prefer });
      expect([answered.status, applied(answered)]).toEqual([200, null]);
    },
  );

  it('may repeat the request, and is answered with what is open by then', async () => {
    const item = await fresh();
    const key = { 'idempotency-key': 'repeated' };
    const first = await accepted(item, key);
    expect(first.body.case.openItems).toEqual([]);
    await conductAfter(item);
    const again = await accepted(item, { ...key, ...LONGEST });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toMatchObject({ seq: first.body.seq, case: { stage: 'jointReview' } });
    expect(again.body.case.openItems).toHaveLength(7);
  });
});

describe('who waits when the process is told to stop', () => {
  let closing: House;
  beforeAll(async () => (closing = await openHouse()));
  afterAll(() => closing.close());

  it(
    'is answered at once, and lets go of the connection',
    async () => {
      const caseId = await apply(closing);
      const item = openItem(await fileOf(closing, caseId), 'accept');
      const clerk = official('shiqiao', 'intakeClerk');
      const waiting = actOn(closing, item, { act: 'accept' }, clerk, LONGEST);
      await until('the act to be on the record', async () =>
        (await fileOf(closing, caseId)).dates.acceptance === null ? null : true,
      );
      closing.stop.abort();
      const answered = await waiting;
      expect([answered.status, answered.body.act, applied(answered)]).toEqual([200, 'accept', 'wait=30']);
      const next = await closing.call(clerk, 'GET', `/api/v1/cases/${caseId}`);
      expect([next.status, next.headers.get('connection')]).toEqual([200, 'close']);
    },
    EARLY_MS,
  );
});
