import { setTimeout as delay } from 'node:timers/promises';
import type { Kill, Victim } from './schedule';
import type { Supervised } from './supervised';

export type Victims = Readonly<Record<Victim, Supervised>>;

/** Carries out the kills of a plan, each part's in its own time. Settles once the last killed part is up again. */
export async function carryOut(plan: readonly Kill[], victims: Victims, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const names = [...new Set(plan.map(({ victim }) => victim))];
  await Promise.all(
    names.map(async (name) => {
      for (const { atMs, downMs } of plan.filter(({ victim }) => victim === name)) {
        await delay(Math.max(0, start + atMs - performance.now()), undefined, { signal });
        await victims[name].kill(downMs);
      }
    }),
  );
}
