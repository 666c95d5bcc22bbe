/** A signal that comes when the time is over. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Lets go of the timer; the signal then comes no more. */
  readonly clear: () => void;
}

/**
 * Comes after `ms`, or with `outer` where that is earlier. A timer of our own: what AbortSignal.any makes of
 * AbortSignal.timeout may be collected as garbage on Node 20, and then never comes.
 */
export function timeLimit(ms: number, outer?: AbortSignal): TimeLimit {
  const limit = new AbortController();
  const end = (reason: unknown): void => {
    clear();
    limit.abort(reason);
  };
  const follow = (): void => end(outer?.reason);
  const timer = setTimeout(() => end(new DOMException(`no end after ${ms} ms`, 'TimeoutError')), ms);
  const clear = (): void => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', follow);
  };
  if (outer?.aborted) follow();
  else outer?.addEventListener('abort', follow, { once: true });
  return { signal: limit.signal, clear };
}
