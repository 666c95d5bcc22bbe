import { setTimeout as delay } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 3_000;

/** Waits before another attempt: doubling with jitter, so that clients who failed together do not return together. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  return ceiling / 2 + (ceiling / 2) * random();
}

/** `Retry-After` in milliseconds, where it was given in seconds. */
export function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,4}$/.test(header) ? Number(header) * 1_000 : null;
}

/** Sleeps, but not past `end`, nor once `signal` has been given. @throws the signal's reason */
export async function pause(ms: number, end: number, signal?: AbortSignal): Promise<void> {
  const left = Math.max(0, Math.min(ms, end - performance.now()));
  await delay(left, undefined, signal ? { signal } : {});
}
