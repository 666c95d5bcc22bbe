import { randomOf } from './random';

/** The parts that are killed; the rest of the system only watches. */
export const victims = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Victim = (typeof victims)[number];

/** One SIGKILL and how long the part then stays away, in milliseconds from the start of the run. */
export interface Kill {
  readonly victim: Victim;
  readonly atMs: number;
  readonly downMs: number;
}

/** Long enough for everything to be at work before the first kill. */
const CALM_BEFORE_MS = 3_000;
/** How long a part runs at least, and at most, between its restart and its next death. */
const UP_MS: Readonly<Record<Victim, readonly [number, number]>> = {
  api: [4_000, 25_000],
  worker: [6_000, 30_000],
  temporal: [10_000, 45_000],
  postgres: [10_000, 45_000],
};
/** From back at once to an outage that people notice. */
const DOWN_MS: readonly [readonly [number, number], readonly [number, number]] = [
  [0, 500],
  [1_000, 8_000],
];

/**
 * The kills of a run, in order of time: each part on a stream of its own, so that outages of several parts overlap
 * as chance will have it. The same seed and length give the same plan.
 */
export function killPlan(seed: number, durationMs: number): Kill[] {
  return victims
    .flatMap((victim) => killsOf(victim, seed, durationMs))
    .sort((a, b) => a.atMs - b.atMs || a.victim.localeCompare(b.victim));
}

function killsOf(victim: Victim, seed: number, durationMs: number): Kill[] {
  const random = randomOf(seed, `kill ${victim}`);
  const kills: Kill[] = [];
  let atMs = CALM_BEFORE_MS + random.between(...UP_MS[victim]) / 2;
  while (atMs < durationMs) {
    const downMs = random.between(...random.pick(DOWN_MS));
    kills.push({ victim, atMs: Math.round(atMs), downMs });
    atMs += downMs + random.between(...UP_MS[victim]);
  }
  return kills;
}
