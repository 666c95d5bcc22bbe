import { turningRoads } from '../demo/sideRoads';
import { type Random, randomOf } from './random';

/** How a case of the run goes: most reach their certificate, the others leave the straight way once. */
export const turns = [
  'straight',
  'declined',
  'returned',
  'refused',
  'withdrawn',
  'left',
  ...turningRoads,
] as const;
export type Turn = (typeof turns)[number];

/** How a client sends an act. */
export const habits = ['plain', 'twice', 'hangsUp', 'rival'] as const;
export type Habit = (typeof habits)[number];

/** What a case does, all of it by the seed and the case's number in the run. */
export interface CasePath {
  /** Which site of Annex 2 it applies for. */
  readonly site: number;
  readonly turn: Turn;
  /** After how many acts it is withdrawn, or left open for good. */
  readonly afterActs: number;
}

const SITES = 14;
const LATEST_TURN = 9;

/** The way of the n-th case. */
export function casePath(seed: number, n: number): CasePath {
  const random = randomOf(seed, `case ${n}`);
  const site = random.between(1, SITES);
  const turn = random.chance(0.5) ? 'straight' : random.pick(turns);
  return { site, turn, afterActs: random.between(0, LATEST_TURN) };
}

/** What a client of the n-th case draws while it acts. */
export function clientRandom(seed: number, n: number): Random {
  return randomOf(seed, `client ${n}`);
}

/** Plain mostly; else the same request twice at once, a client that hangs up early, two people on one item. */
export function habitOf(random: Random): Habit {
  return random.chance(0.7) ? 'plain' : random.pick(habits);
}
