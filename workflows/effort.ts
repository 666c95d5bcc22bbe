import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import { effects, stubbornEffects } from './activities';
import type { Board, Effect } from './board';

/** The activities by which effects come about, with a line for their place in the history. */
export type Attempt<T> = (by: typeof effects) => Promise<T>;

/**
 * Brings an effect about, however long it takes. After a few tries that failed the board says so, until one succeeds.
 */
export async function effort<T>(board: Board, effect: Effect, attempt: Attempt<T>): Promise<T> {
  try {
    return await attempt(effects);
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
  }
  board.mark(effect, 'failing');
  try {
    return await attempt(stubbornEffects);
  } finally {
    board.mark(effect, 'done');
  }
}
