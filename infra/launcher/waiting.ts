import { setTimeout as delay } from 'node:timers/promises';

/** Asks `condition` again and again until it holds. @returns whether it held within the time */
export async function holdsWithin(
  milliseconds: number,
  condition: () => boolean | Promise<boolean>,
  everyMs = 50,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await delay(everyMs);
  }
}

/** @returns whether `promise` settled within the time; it is never cancelled */
export async function settlesWithin(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  const cancel = new AbortController();
  const timeout = delay(milliseconds, false, { signal: cancel.signal }).catch(() => false);
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, timeout]);
  } finally {
    cancel.abort();
  }
}
