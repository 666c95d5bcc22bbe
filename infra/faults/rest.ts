import { setTimeout as delay } from 'node:timers/promises';
import { compare } from './comparison';
import type { Evidence, Fault } from './evidence';

/** Longer than an attempt at a mail or a push may take once its worker is killed, and the wait before the next. */
const PATIENCE_MS = 360_000;
const BETWEEN_LOOKS_MS = 3_000;

/** What a system that still works off its backlog may show: mails, pushes and workflows that are not there yet. */
function mayPass({ kind, about }: Fault): boolean {
  return kind !== 'doubled' && (about === 'mail' || about === 'push' || about === 'workflow');
}

/**
 * Looks until nothing is wrong or what is wrong cannot mend by itself, or the time is over.
 * @returns the last look: the faults in it are the run's
 */
export async function atRest(
  look: () => Promise<Evidence>,
  signal: AbortSignal,
): Promise<{ readonly evidence: Evidence; readonly faults: readonly Fault[] }> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const evidence = await look();
    const faults = compare(evidence);
    if (!faults.some(mayPass) || performance.now() > end) return { evidence, faults };
    await delay(BETWEEN_LOOKS_MS, undefined, { signal });
  }
}
