import { casePath, clientRandom, habitOf, habits, turns } from '../../infra/faults/path';
import { randomOf } from '../../infra/faults/random';
import { type Life, livesOf, type Victim, victims } from '../../infra/faults/schedule';

const FIVE_MINUTES = 300_000;
const cases = Array.from({ length: 200 }, (_, n) => n);

/** The first lives of a part. */
function livesIn(seed: number, victim: Victim, count: number): Life[] {
  const lives: Life[] = [];
  for (const life of livesOf(seed, victim)) {
    if (lives.push(life) === count) break;
  }
  return lives;
}

test('the same seed gives each part the same lives, another seed gives others', () => {
  for (const victim of victims) {
    expect(livesIn(7, victim, 20)).toEqual(livesIn(7, victim, 20));
    expect(livesIn(7, victim, 20)).not.toEqual(livesIn(8, victim, 20));
  }
});

test('parts live and die independently of one another', () => {
  expect(livesIn(7, 'temporal', 5)).not.toEqual(livesIn(7, 'postgres', 5));
});

test('a seed means the same on every machine', () => {
  const random = randomOf(1, 'kill api');
  expect([random.between(0, 999), random.between(0, 999), random.between(0, 999)]).toEqual([971, 692, 694]);
});

test.each([1, 2, 3, 4, 5])('five minutes of seed %i kill every part several times', (seed) => {
  for (const victim of victims) {
    let ms = 0;
    const kills = livesIn(seed, victim, 100).filter(
      ({ upMs, downMs }) => (ms += upMs + downMs) < FIVE_MINUTES,
    );
    expect(kills.length).toBeGreaterThan(5);
  }
});

test('everything is at work before the first kill', () => {
  for (const victim of victims) expect(livesIn(1, victim, 1)[0]?.upMs).toBeGreaterThan(3_000);
});

test('a part comes back at once, or after an outage that people notice', () => {
  const away = livesIn(1, 'api', 50).map(({ downMs }) => downMs);
  expect(Math.min(...away)).toBeLessThan(500);
  expect(Math.max(...away)).toBeGreaterThan(5_000);
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
