import { setTimeout as delay } from 'node:timers/promises';
import type { Part } from '../launcher/part';
import type { Outage } from './evidence';

const BETWEEN_STARTS_MS = 500;

/** What happened to a part in the course of a run. */
export interface Fate {
  kills: number;
  /** Ends that nobody asked for, and starts that failed because another part was away. */
  falls: number;
  readonly outages: Outage[];
}

/** A part under a supervisor, as an installation has one: whatever ends it, it is started again until it runs. */
export class Supervised {
  readonly fate: Fate = { kills: 0, falls: 0, outages: [] };
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly part: Part,
    private readonly signal: AbortSignal,
  ) {
    part.onDeath(() => {
      const from = new Date();
      this.fate.falls += 1;
      void this.inTurn(() => this.comeBack(from));
    });
  }

  /** SIGKILLs the part, leaves it away for a while, and starts it again. Settles once it is up. */
  kill(downMs: number): Promise<void> {
    return this.inTurn(async () => {
      const from = new Date();
      if (this.part.pid !== null) this.fate.kills += 1;
      await this.part.kill();
      await delay(downMs, undefined, { signal: this.signal });
      await this.comeBack(from);
    });
  }

  /** Settles once whatever was under way is over, and the part runs. */
  up(): Promise<void> {
    return this.inTurn(() => this.comeBack(new Date()));
  }

  private async comeBack(from: Date): Promise<void> {
    if (this.part.pid !== null) return;
    let up = false;
    while (!up) up = await this.tryToStart();
    this.fate.outages.push({ from: from.toISOString(), to: new Date().toISOString() });
  }

  private async tryToStart(): Promise<boolean> {
    this.signal.throwIfAborted();
    try {
      await this.part.start();
      return true;
    } catch {
      // Its log says why; what it needs may be away as well, so it is tried again as a supervisor would.
      this.fate.falls += 1;
      await delay(BETWEEN_STARTS_MS, undefined, { signal: this.signal });
      return false;
    }
  }

  /** One thing after another, whatever became of the one before. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }
}
