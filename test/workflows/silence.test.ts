import { addDays } from '../../domain/civilDate';
import { createWorld, type World } from '../world/world';
import { accept, aroundTheLimit } from './acceptance';

jest.setTimeout(40_000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('the silence of acceptance (行政许可法 第三十二条)', () => {
  test('deems an application accepted, from its receipt, when five working days pass without notice', async () => {
    const { caseId, dates } = await world.submit();
    await world.settled(caseId);
    await world.sleepUntil(await aroundTheLimit(world, caseId, 0.1));
    const file = await world.settled(caseId);
    expect(file.dates.acceptance).toBe(dates.receipt);
    const events = await world.events(caseId);
    expect(events.map((event) => event.type)).toEqual([
      'submitted',
      'stageOpened',
      'warned',
      'deemedAccepted',
      'stageOpened',
    ]);
  });

  test('counts from the receipt date that the clerk entered, and dates later clocks by it', async () => {
    const today = await world.today();
    const { caseId } = await world.submit({}, addDays(today, -3));
    await world.settled(caseId);
    await world.sleepUntil(await aroundTheLimit(world, caseId, 0.1));
    const file = await world.advance(caseId, 'draft');
    expect(file.dates.acceptance).toBe(addDays(today, -3));
    expect(file.items[`${caseId}.1.draft`]?.deadline.startsOn).toBe(addDays(today, -3));
  });

  test('does not touch a case that was accepted in the last hour', async () => {
    const { caseId } = await world.submit();
    await world.settled(caseId);
    await world.sleepUntil(await aroundTheLimit(world, caseId, -1));
    await accept(world, caseId);
    await world.settled(caseId);
    await world.sleepUntil(await aroundTheLimit(world, caseId, 1));
    const types = (await world.events(caseId)).map((event) => event.type);
    expect(types).toContain('accepted');
    expect(types).not.toContain('deemedAccepted');
  });

  test('stands against an act that comes an hour too late', async () => {
    const { caseId } = await world.submit();
    await world.settled(caseId);
    await world.sleepUntil(await aroundTheLimit(world, caseId, 1));
    await expect(accept(world, caseId)).rejects.toMatchObject({ name: 'Refusal', code: 'itemNotOpen' });
    expect((await world.settled(caseId)).dates.acceptance).not.toBeNull();
  });
});

test('a department’s silence never agrees: past its limit the decision opens and the department may still sign off', async () => {
  const { caseId } = await world.submit();
  const file = await world.advance(caseId, 'review');
  const silent = Object.values(file.items).find((item) => item.unit === 'fire');
  for (const item of Object.values(file.items).filter((each) => each.step === 'review' && each !== silent)) {
    await world.answer(caseId, item.stepId);
  }
  await world.settled(caseId);
  await world.sleepUntil(new Date(Date.parse(silent?.deadline.dueAt ?? '') + 60_000).toISOString());
  const later = await world.advance(caseId, 'draft');
  expect(later.items[silent?.id ?? '']).toMatchObject({ status: 'open', limitPassed: true });
  const answered = await world.answer(caseId, 'review-fire', {
    act: 'signOff',
    opinion: 'object',
    reason: '疏散',
  });
  expect(answered.objections).toEqual(['fire']);
});

test('a limit without a legal effect is recorded once, and the work item stays open', async () => {
  const { caseId } = await world.submit();
  const file = await world.advance(caseId, 'draft');
  const draft = file.items[`${caseId}.1.draft`];
  await world.sleepUntil(new Date(Date.parse(draft?.deadline.dueAt ?? '') + 60_000).toISOString());
  const overdue = await world.settled(caseId);
  expect(overdue.items[draft?.id ?? '']).toMatchObject({ status: 'open', limitPassed: true });
  await world.env.sleep('90 days');
  const passed = (await world.events(caseId)).filter((event) => event.type === 'limitPassed');
  expect(passed).toHaveLength(1);
});
