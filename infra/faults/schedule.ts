import { randomOf } from './random';

/** The parts that are killed; the rest of the system only watches. */
export const victims = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Victim = (typeof victims)[number];

/** One life of a part, in milliseconds: how long it runs once it is up, and how long its SIGKILL then keeps it away. */
export interface Life {
  readonly upMs: number;
  readonly downMs: number;
}

/** Long enough for everything to be at work before the first kill. */
const CALM_BEFORE_MS = 3_000;
const UP_MS: Readonly<Record<Victim, readonly [number, number]>> = {
  api: [3_000, 30_000],
  worker: [3_000, 35_000],
  temporal: [5_000, 50_000],
  postgres: [5_000, 50_000],
};
/** From back at once to an outage that people notice. */
const DOWN_MS: readonly [readonly [number, number], readonly [number, number]] = [
  [0, 500],
  [1_000, 8_000],
];

/**
 * The lives of a part, one after another without end, the first of them half as long. Each part draws from a stream
 * of its own, so that outages of several parts overlap as chance will have it; the same seed gives the same lives.
 */
export function* livesOf(seed: number, victim: Victim): Generator<Life, never> {
  const random = randomOf(seed, `kill ${victim}`);
  const life = (): Life => ({
    upMs: random.between(...UP_MS[victim]),
    downMs: random.between(...random.pick(DOWN_MS)),
  });
  const { upMs, downMs } = life();
  yield { upMs: CALM_BEFORE_MS + Math.round(upMs / 2), downMs };
  for (;;) yield life();
}
