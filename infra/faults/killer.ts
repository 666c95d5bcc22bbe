import { setTimeout as delay } from 'node:timers/promises';
import { livesOf, type Victim, victims } from './schedule';
import type { Supervised } from './supervised';

export type Victims = Readonly<Record<Victim, Supervised>>;

/**
 * Kills each part at the end of each of its lives, until `over`. A life is longer by the time that the part was away
 * before: on a machine where starts are slow, cases would otherwise stand still all the while.
 * Settles once every part is up again.
 */
export async function killUntil(over: AbortSignal, seed: number, parts: Victims): Promise<void> {
  await Promise.all(
    victims.map(async (name) => {
      let awayMs = 0;
      for (const { upMs, downMs } of livesOf(seed, name)) {
        const isOver = await delay(upMs + awayMs, false, { signal: over }).catch(() => true);
        if (isOver) break;
        const killedAt = performance.now();
        await parts[name].kill(downMs);
        awayMs = performance.now() - killedAt;
      }
      await parts[name].up();
    }),
  );
}
