import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
  /** One of the values, or undefined where there is none. */
  pickOr<T>(values: readonly T[]): T | undefined;
  chance(probability: number): boolean;
}

/**
 * A stream of its own for each name under a seed: what one part of a run draws never shifts what another draws,
 * however the two interleave. mulberry32 over the first 32 bits of SHA-256.
 */
export function randomOf(seed: number, stream: string): Random {
  let state = createHash('sha256').update(`${seed}:${stream}`).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    pick: (values) => values[between(0, values.length - 1)] ?? values[0],
    pickOr: (values) => values[between(0, values.length - 1)],
    chance: (probability) => next() < probability,
  };
}
