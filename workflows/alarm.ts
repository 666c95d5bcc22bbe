import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { dateInShanghai } from '../domain/civilDate';

const SHORTEST_MS = 1_000;

/** The one timer of a case: armed for the next limit that passes, re-armed when that limit moves. */
export class Alarm {
  private rung = false;
  private due: string | null = null;
  private scope: CancellationScope | null = null;

  /** Whether the limit it was last armed for has come. */
  get hasRung(): boolean {
    return this.rung;
  }

  /** Arms it for an ISO instant; `null` disarms it. The same instant again leaves a running timer alone. */
  arm(due: string | null): void {
    if (due === this.due && !this.rung) return;
    this.scope?.cancel();
    this.rung = false;
    this.due = due;
    this.scope = due === null ? null : this.start(due);
  }

  private start(due: string): CancellationScope {
    const scope = new CancellationScope();
    const delay = Math.max(SHORTEST_MS, Date.parse(due) - Date.now());
    scope
      .run(async () => {
        await sleep(delay, { summary: `期限届满 limit passes after ${lastDayBefore(due)}` });
        this.rung = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
    return scope;
  }
}

/** A limit passes at the midnight that ends its last day. */
function lastDayBefore(due: string): string {
  return dateInShanghai(new Date(Date.parse(due) - 1));
}
