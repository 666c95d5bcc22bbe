import { currentItem } from '../../domain/process';
import { relayOnce } from '../../infra/record/relay';
import { RECORDED } from '../../workflows/names';
import { devEngine } from '../world/engines';
import { createWorld, type World } from '../world/world';

jest.setTimeout(40_000);

let world: World;
beforeAll(async () => {
  world = await createWorld({ startEngine: devEngine });
});
afterAll(() => world.close());

async function waiting(caseId: string) {
  return world.database.db
    .selectFrom('wake_up')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
}

test('a doubled wake-up changes nothing', async () => {
  const { caseId } = await world.submit();
  await world.answer(caseId, 'accept');
  const file = await world.advance(caseId, 'review');
  for (let i = 0; i < 5; i += 1) await world.wake(caseId, file.seq);
  await world.answer(caseId, 'review-fire');
  await world.settled(caseId);
  const opened = (await world.events(caseId)).filter((event) => event.type === 'stageOpened');
  expect(opened).toHaveLength(2);
});

test('wake-ups out of order are harmless: the workflow reads to the end of the record', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'review');
  await world.stopRelay();
  await world.answer(caseId, 'review-fire');
  const { seq } = await world.answer(caseId, 'review-hr');
  for (const upTo of [seq, seq - 1, 1]) await world.handle(caseId).signal(RECORDED, { upTo });
  const file = await world.settled(caseId);
  expect(file.seq).toBe(seq);
  world.startRelay();
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
});

test('a lost wake-up delays nothing beyond the next one', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'review');
  await world.stopRelay();
  await world.answer(caseId, 'review-fire');
  // The wake-up is lost: the outbox believes it delivered.
  const { up_to } = await waiting(caseId);
  await world.database.db
    .updateTable('wake_up')
    .set({ delivered: up_to })
    .where('case_id', '=', caseId)
    .execute();
  world.startRelay();
  await world.answer(caseId, 'review-hr');
  const file = await world.settled(caseId);
  expect(currentItem(file, 'review-fire')?.status).toBe('done');
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
});

test('a mark beyond the record makes the workflow read again, and wait for what is really there', async () => {
  const { caseId } = await world.submit();
  const before = await world.advance(caseId, 'review');
  await world.handle(caseId).signal(RECORDED, { upTo: before.seq + 1_000 });
  await world.answer(caseId, 'review-fire');
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
});

test('acts recorded while the engine is away wait in the outbox, merged, and arrive when it is back', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'review');
  await world.stopRelay();
  await world.answer(caseId, 'review-fire');
  const { seq } = await world.answer(caseId, 'review-hr');
  const away = () => Promise.reject(new Error('the engine is away'));
  expect(await relayOnce(world.database.db, away)).toBe(1);
  expect(await waiting(caseId)).toMatchObject({ up_to: seq, attempts: 1, last_error: 'the engine is away' });
  world.startRelay();
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
  expect(await waiting(caseId)).toMatchObject({ attempts: 0, last_error: null });
});

test('two relays side by side deliver each wake-up and disturb nobody', async () => {
  const delivered: string[] = [];
  await world.stopRelay();
  const cases = await Promise.all([1, 2, 3, 4, 5, 6].map(() => world.submit()));
  const wake = (caseId: string) => Promise.resolve(void delivered.push(caseId));
  const ours = cases.map(({ caseId }) => caseId).sort();
  await Promise.all([relayOnce(world.database.db, wake), relayOnce(world.database.db, wake)]);
  expect(delivered.filter((caseId) => ours.includes(caseId)).sort()).toEqual(ours);
  world.startRelay();
});
