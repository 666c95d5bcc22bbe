import { setTimeout as delay } from 'node:timers/promises';
import { livesOf, type Victim, victims } from './schedule';
import type { Supervised } from './supervised';

export type Victims = Readonly<Record<Victim, Supervised>>;

/** Kills each part at the end of each of its lives, until `over`. Settles once every part is up again. */
export async function killUntil(over: AbortSignal, seed: number, parts: Victims): Promise<void> {
  await Promise.all(
    victims.map(async (name) => {
      for (const { upMs, downMs } of livesOf(seed, name)) {
        const isOver = await delay(upMs, false, { signal: over }).catch(() => true);
        if (isOver) break;
        await parts[name].kill(downMs);
      }
      await parts[name].up();
    }),
  );
}
