import { Context } from '@temporalio/activity';

/** Well within the time that the workflow gives between two of them (workflows/activities.ts). */
const EVERY_MS = 3_000;

/**
 * An effect that gives signs of life for as long as it is under way: where its worker dies, it is tried again as
 * soon as they are missed, and not at the end of the time that a slow try may take.
 */
export function withSignsOfLife<Args extends unknown[], Result>(
  effect: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    const context = Context.current();
    const signs = setInterval(() => context.heartbeat(), EVERY_MS);
    try {
      return await effect(...args);
    } finally {
      clearInterval(signs);
    }
  };
}
