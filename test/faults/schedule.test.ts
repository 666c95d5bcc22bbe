import { casePath, clientRandom, habitOf, habits, turns } from '../../infra/faults/path';
import { randomOf } from '../../infra/faults/random';
import { killPlan, victims } from '../../infra/faults/schedule';

const FIVE_MINUTES = 300_000;
const cases = Array.from({ length: 200 }, (_, n) => n);

test('the same seed gives the same kills, another seed gives others', () => {
  expect(killPlan(7, FIVE_MINUTES)).toEqual(killPlan(7, FIVE_MINUTES));
  expect(killPlan(7, FIVE_MINUTES)).not.toEqual(killPlan(8, FIVE_MINUTES));
});

test('a seed means the same on every machine', () => {
  const random = randomOf(1, 'kill api');
  expect([random.between(0, 999), random.between(0, 999), random.between(0, 999)]).toEqual([971, 692, 694]);
});

test.each([1, 2, 3, 4, 5])(
  'five minutes of seed %i kill every part, in order of time and within the run',
  (seed) => {
    const plan = killPlan(seed, FIVE_MINUTES);
    expect([...new Set(plan.map(({ victim }) => victim))].sort()).toEqual([...victims].sort());
    expect(plan.map(({ atMs }) => atMs)).toEqual(plan.map(({ atMs }) => atMs).sort((a, b) => a - b));
    expect(plan.every(({ atMs }) => atMs > 0 && atMs < FIVE_MINUTES)).toBe(true);
  },
);

test('no part is killed while it is still away', () => {
  for (const victim of victims) {
    const kills = killPlan(3, FIVE_MINUTES).filter((kill) => kill.victim === victim);
    kills.slice(1).forEach(({ atMs }, index) => {
      const before = kills[index];
      expect(atMs).toBeGreaterThan((before?.atMs ?? 0) + (before?.downMs ?? 0));
    });
  }
});

test('a minute is enough to kill something', () => {
  expect(killPlan(1, 60_000).length).toBeGreaterThan(3);
});

test('the same seed sends the same case the same way, whatever the other cases draw', () => {
  const before = casePath(7, 12);
  casePath(7, 11);
  expect(casePath(7, 12)).toEqual(before);
  expect(cases.map((n) => casePath(7, n))).not.toEqual(cases.map((n) => casePath(8, n)));
});

test('cases take every turn, at sites that the plan has', () => {
  const paths = cases.map((n) => casePath(1, n));
  expect([...new Set(paths.map(({ turn }) => turn))].sort()).toEqual([...turns].sort());
  expect(Math.min(...paths.map(({ site }) => site))).toBe(1);
  expect(Math.max(...paths.map(({ site }) => site))).toBe(14);
});

test('clients have every habit', () => {
  const random = clientRandom(1, 1);
  expect(new Set(cases.map(() => habitOf(random)))).toEqual(new Set(habits));
});
