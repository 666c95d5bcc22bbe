import { setTimeout as delay } from 'node:timers/promises';
import { inParallel } from '../client/parallel';
import type { Sample } from './statistics';

/** How people come: all at once, or as they do, with a pause before each act. */
export interface Profile {
  readonly name: 'burst' | 'humanPace';
  readonly clients: number;
  readonly cases: number;
  readonly pauseMs: number;
}

/** Sends one act and settles with its answer; the stopwatch runs meanwhile. */
export type Timed = <T>(send: () => Promise<T>) => Promise<T>;

/** Takes one case from its beginning to its end; every act, and nothing else, goes through `timed`. */
export type Workload = (timed: Timed, signal: AbortSignal) => Promise<void>;

/** Runs a workload under a profile. */
export async function run(workload: Workload, profile: Profile, signal: AbortSignal): Promise<Sample> {
  const latenciesMs: number[] = [];
  const timed: Timed = async (send) => {
    if (profile.pauseMs > 0) await delay(profile.pauseMs, undefined, { signal });
    const start = performance.now();
    const answer = await send();
    latenciesMs.push(performance.now() - start);
    return answer;
  };
  const start = performance.now();
  await inParallel(Array.from({ length: profile.cases }), profile.clients, () => {
    signal.throwIfAborted();
    return workload(timed, signal);
  });
  return { acts: latenciesMs.length, seconds: (performance.now() - start) / 1_000, latenciesMs };
}
