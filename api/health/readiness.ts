import { inTime } from './patience';

/**
 * A server that this process talks to. Without one that is needed `always` it is not ready; one needed
 * `atFirst` may go away once it was there; without one needed `never` it is only degraded.
 */
export interface Dependency {
  readonly name: string;
  readonly need: 'always' | 'atFirst' | 'never';
  readonly probe: () => Promise<unknown>;
}

export interface DependencyState {
  readonly state: 'up' | 'degraded' | 'down';
  /** How long the check took. */
  readonly milliseconds: number;
  /** Since when it has been in this state, as far as this process has seen. */
  readonly since: string;
  readonly error?: string;
}

export interface Readiness {
  readonly status: 'ready' | 'notReady' | 'stopping';
  readonly dependencies: Readonly<Record<string, DependencyState>>;
}

const FRESH_MS = 500;

/** Looks at each dependency, at most twice a second however often it is asked. */
export function createReadiness(
  dependencies: readonly Dependency[],
  stopping: AbortSignal,
): () => Promise<Readiness> {
  const watches = dependencies.map((dependency) => ({ dependency, look: watch(dependency) }));
  let latest: Promise<Readiness> | null = null;
  let lookedAt = 0;
  return () => {
    const now = performance.now();
    if (latest === null || now - lookedAt > FRESH_MS) {
      lookedAt = now;
      latest = lookAt(watches, stopping);
    }
    return latest;
  };
}

interface Watch {
  readonly dependency: Dependency;
  readonly look: () => Promise<DependencyState>;
}

async function lookAt(watches: readonly Watch[], stopping: AbortSignal): Promise<Readiness> {
  const states = await Promise.all(
    watches.map(async ({ dependency, look }) => [dependency.name, await look()] as const),
  );
  const down = states.some(([, { state }]) => state === 'down');
  const status = stopping.aborted ? 'stopping' : down ? 'notReady' : 'ready';
  return { status, dependencies: Object.fromEntries(states) };
}

/** Remembers since when a dependency has been up or away, and whether it ever was there. */
function watch({ need, probe }: Dependency): () => Promise<DependencyState> {
  let state: DependencyState['state'] | null = null;
  let since = '';
  let seen = false;
  return async () => {
    const begun = performance.now();
    const error = await faultOf(probe);
    seen ||= error === null;
    const bearable = need === 'never' || (need === 'atFirst' && seen);
    const now = error === null ? 'up' : bearable ? 'degraded' : 'down';
    if (now !== state) since = new Date().toISOString();
    state = now;
    const milliseconds = Math.round(performance.now() - begun);
    return { state, milliseconds, since, ...(error !== null && { error }) };
  };
}

/** What went wrong in plain words, without addresses or names of users: anybody may ask. */
async function faultOf(probe: () => Promise<unknown>): Promise<string | null> {
  const looked = probe().then(
    () => null,
    () => 'not reachable',
  );
  return inTime<string | null>(looked, 'no answer in time');
}
