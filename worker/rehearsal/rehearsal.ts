import type { Plan } from '../../domain/plan';
import type { ServiceMode } from '../../domain/vocabulary';
import type { Progress } from '../../infra/launcher/progress';
import { Player } from './player';
import { play } from './playing';
import { roles } from './roles';
import { setStage, type Stage } from './stage';
import { type Timeline, timelineOf } from './timeline';

/** Nothing of a plan takes so long: whoever is not done by then never will be. */
const LONGEST_DAYS = 800;
const DAY_MS = 86_400_000;

/** Plays these service modes in each role on one clock, and tells what happened to each case. */
export async function rehearse(
  plan: Plan,
  modes: readonly ServiceMode[],
  progress: Progress,
  signal: AbortSignal,
): Promise<Timeline[]> {
  return onStage(plan, progress, signal, async (stage) => {
    const players: Player[] = [];
    for (const mode of modes) {
      for (const role of roles) players.push(await Player.enter(stage, plan, mode, role));
    }
    const end = new Date((await stage.clock.now()).getTime() + LONGEST_DAYS * DAY_MS).toISOString();
    await play(stage, players, () => end, signal);
    return Promise.all(players.map((player) => timelineOf(stage.db, player)));
  });
}

/** Sets the stage, rehearses there, and clears it away. */
export async function onStage<T>(
  plan: Plan,
  progress: Progress,
  signal: AbortSignal,
  rehearsing: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await progress.during({ zh: '准备演练', en: 'setting the stage' }, () =>
    setStage(plan, progress, signal),
  );
  try {
    return await progress.during({ zh: '演练', en: 'rehearsing' }, () => rehearsing(stage));
  } finally {
    await stage.close();
  }
}
