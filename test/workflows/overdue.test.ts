import { decisionTimes } from '../../domain/overdue';
import { openItems, standsAt } from '../../domain/process';
import { attributesOf } from '../../workflows/board';
import { workflowIdOf } from '../../workflows/names';
import { createWorld, type World } from '../world/world';
import { until } from '../world/until';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Whether the Temporal UI would find the case among those that are overdue. */
async function shownOverdue(caseId: string): Promise<unknown> {
  const { typedSearchAttributes } = await world.env.client.workflow
    .getHandle(workflowIdOf(caseId))
    .describe();
  return typedSearchAttributes.getAll().find(({ key }) => key.name === 'Overdue')?.value;
}

const anHourFrom = (instant: string, hours: number) =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

test('a case whose decision is due while departments review again is shown as overdue when that limit passes', async () => {
  const { caseId } = await world.submit();
  const drafting = await world.advance(caseId, 'draft');
  const due = decisionTimes(drafting, await world.ground.calendar()).decisionDueAt ?? '';
  await world.sleepUntil(anHourFrom(due, -1));
  await world.settled(caseId);
  await world.answer(caseId, 'draft', { act: 'remand', to: 'jointReview', reason: '须重新会签' });
  const reviewing = await world.settled(caseId);
  expect(standsAt(reviewing)).toBe('jointReview');
  expect(openItems(reviewing).filter(({ limitPassed }) => limitPassed)).toEqual([]);
  const decision = { decisionDueAt: due, decisionWarnsAt: null };
  expect(attributesOf(reviewing, { now: anHourFrom(due, -1), ...decision }).Overdue).toBe(false);
  expect(attributesOf(reviewing, { now: due, ...decision }).Overdue).toBe(true);
  expect(await shownOverdue(caseId)).toBe(false);
  await world.sleepUntil(anHourFrom(due, 1));
  await until('the case is shown as overdue', async () => (await shownOverdue(caseId)) || null);
  expect((await world.caseFile(caseId)).seq).toBe(reviewing.seq);
  await world.sleepUntil(anHourFrom(due, 24 * 14));
  await until('the head, then the office are warned of it', async () => {
    const rungs = (await world.events(caseId)).flatMap((event) =>
      event.type === 'decisionWarned' ? [event.rung] : [],
    );
    return rungs.join() === 'overdue,escalated' || null;
  });
});
