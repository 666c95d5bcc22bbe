import { openStage } from '../../infra/record/conduct';
import { openHouse, type House } from './house';
import { actOn, advance, apply, fileOf, openItem } from './way';
import { answererOf } from '../world/people';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a step that opens past its limit is marked as late in the transaction that opens it', async () => {
  const caseId = await apply(house);
  await advance(house, caseId, 'review');
  for (;;) {
    const file = await fileOf(house, caseId);
    const review = Object.values(file.items).find(
      ({ step, status }) => step === 'review' && status === 'open',
    );
    if (!review) break;
    await actOn(house, review, { act: 'signOff', opinion: 'agree' }, answererOf(review, 'signOff'));
  }
  house.time.now = new Date(house.time.now.getTime() + 90 * 86_400_000);
  const { round } = await fileOf(house, caseId);
  await house.database.db
    .transaction()
    .execute((tx) =>
      openStage(tx, house.services.ground, { caseId, stage: 'decision', round, steps: ['draft'] }),
    );
  const draft = openItem(await fileOf(house, caseId), 'draft');
  expect(draft.deadline.dueAt < house.time.now.toISOString()).toBe(true);
  expect(draft.limitPassed).toBe(true);
});
