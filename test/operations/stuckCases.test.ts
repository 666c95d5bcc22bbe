import type { Activities } from '../../activities';
import { openItems } from '../../domain/process';
import { type StuckCases, stuckCases, waitingOn } from '../../infra/stuckCases';
import { devEngine } from '../world/engines';
import { official } from '../world/people';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';

const DAY_MS = 86_400_000;

let world: World;
let bug = new Set<string>();
beforeAll(async () => {
  world = await createWorld({ startEngine: devEngine, changed: withBug });
});
afterAll(() => world.close());

/** A release that fails on some cases: what it reads makes no sense to it. */
function withBug(activities: Activities): Activities {
  return {
    ...activities,
    readEvents: async (request) => {
      const reading = await activities.readEvents(request);
      return bug.has(request.caseId) ? { ...reading, events: [null as never] } : reading;
    },
  };
}

const waysToBeStuck = () => new Map(stuckCases.map((each) => [each.id, each]));

/** The cases that a link of the page finds, once this one is among them. */
async function found(caseId: string, { query, label }: StuckCases): Promise<string[]> {
  return until(`${label.en} finds ${caseId}`, async () => {
    const cases: string[] = [];
    for await (const { workflowId } of world.env.client.workflow.list({ query }))
      cases.push(workflowId.split(':')[1] ?? '');
    return cases.includes(caseId) ? cases : null;
  });
}

function way(id: string): StuckCases {
  const found = waysToBeStuck().get(id);
  if (!found) throw new RangeError(id);
  return found;
}

it('finds a case that waits on a unit by the unit’s link, and by no other unit’s', async () => {
  const { caseId, itinerary } = await world.submit({ subdistrict: 'shiqiao' });
  await world.settled(caseId);
  const units = waitingOn(world.version.plan);
  const own = units.find(({ id }) => id === itinerary.subdistrict);
  const other = units.find(({ id }) => id === 'fire');
  expect(await found(caseId, own!)).toEqual([caseId]);
  const { count } = await world.env.client.workflow.count(other!.query);
  expect(count).toBe(0);
});

it('finds a case whose clock is stopped by an inspection', async () => {
  const { caseId } = await world.submit();
  const file = await world.advance(caseId, 'review');
  const item = openItems(file).find(({ stepId }) => stepId === 'review-fire');
  const order = { act: 'order', procedure: 'inspect', days: 5, reason: '现场核查' } as const;
  await world.act(caseId, item?.id ?? '', order, official('fire', 'reviewer'));
  expect(await found(caseId, way('clockStopped'))).toEqual([caseId]);
});

it('finds a case whose push fails, and no more once it has arrived', async () => {
  world.outside.pushFaults.push(...Array.from({ length: 4 }, () => new Error('503 from the platform')));
  const { caseId } = await world.submit();
  await world.advance(caseId, 'register');
  await world.answer(caseId, 'register');
  expect(await found(caseId, way('failingPush'))).toEqual([caseId]);
  world.outside.pushFaults.length = 0;
  await until(`${caseId} is found no more`, async () => {
    const { count } = await world.env.client.workflow.count(way('failingPush').query);
    return count === 0 ? true : null;
  });
});

it('finds a case whose mail fails', async () => {
  world.outside.mailFaults.push(...Array.from({ length: 4 }, () => new Error('421 try again later')));
  const { caseId } = await world.submit();
  expect(await found(caseId, way('failingMail'))).toEqual([caseId]);
  world.outside.mailFaults.length = 0;
});

it('finds a case that a bug has broken', async () => {
  const { caseId } = await world.submit();
  await world.settled(caseId);
  bug = new Set([caseId]);
  await world.answer(caseId, 'accept');
  expect(await found(caseId, way('broken'))).toEqual([caseId]);
  bug = new Set();
});

it('finds what is overdue, and what was warned of', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'review');
  const late = new Date((await world.now()).getTime() + 30 * DAY_MS);
  await world.passWithoutEngine(late.toISOString());
  await world.answer(caseId, 'review-fire');
  expect(await found(caseId, way('overdue'))).toContain(caseId);
  expect(await found(caseId, way('escalated'))).toContain(caseId);
});
