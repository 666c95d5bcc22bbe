import { publishPlan } from '../../infra/plan/repository';
import { asOwner } from '../../infra/db/owner';
import { supervisionId } from '../../domain/supervision';
import { createWorld, type World } from '../world/world';
import { until } from '../world/until';

jest.setTimeout(240_000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** The district publishes its plan anew: other visits, and one indicator alone. */
async function publish(everyMonths: number): Promise<void> {
  const { plan } = world.version;
  const [visit] = plan.supervision.visits;
  const [indicator] = plan.evaluation.indicators;
  const now = (await world.ground.clock.now()).toISOString();
  await asOwner(world.database.url, (db) =>
    publishPlan(
      db,
      {
        ...plan,
        supervision: { ...plan.supervision, visits: [{ ...visit!, everyMonths }] },
        evaluation: { ...plan.evaluation, indicators: [{ ...indicator!, weight: 100 }] },
      },
      now.slice(0, 10),
      now,
    ),
  );
}

test('an institution is supervised for nine years: each in a run of its own, by the plan then in force', async () => {
  await publish(12);
  const { caseId } = await world.submit();
  await world.advance(caseId, 'end');
  const life = supervisionId(caseId);
  const first = (await world.settled(life)).supervision!;
  const runs = new Set([(await world.handle(life).describe()).runId]);
  for (let year = first.year + 1; year <= first.year + 9; year += 1) {
    // In its fifth year the district wants a visit each half-year: those on the plan's next year go by it.
    if (year === first.year + 5) await publish(6);
    await world.sleepUntil(`${year}-03-02T02:00:00.000Z`);
    const file = await until(`${life} has come to ${year}`, async () => {
      const now = await world.settled(life);
      return now.supervision!.evaluations.some((each) => each.year === year) ? now : null;
    });
    expect(file.supervision).toMatchObject({ year, nextEvaluation: `${year + 1}-03-01` });
    expect(file.itinerary.planVersion).toBe(year < first.year + 5 ? 'xiacheng@2' : 'xiacheng@3');
    runs.add((await world.handle(life).describe()).runId);
  }
  expect(runs.size).toBe(10);
  const events = await world.events(life);
  const visits = events.flatMap((event) => (event.type === 'visitDue' ? [event.on.slice(0, 4)] : []));
  const inYear = (year: number) => visits.filter((on) => on === String(year)).length;
  expect(Array.from({ length: 8 }, (_, index) => inYear(first.year + 1 + index))).toEqual([
    1, 1, 1, 1, 1, 2, 2, 2,
  ]);
});
