const LOOK_MS = 500;

/**
 * Given once somebody stops this program: Ctrl-C, SIGTERM, or the end of the terminal. It is then ours to end.
 * npm's shell passes no SIGTERM on and dies: a parent that is gone means the same.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stop.abort(new Error(`stopped by ${name}`)));
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop.abort(new Error('stopped by the end of its parent'));
  }, LOOK_MS);
  watch.unref();
  return stop.signal;
}
