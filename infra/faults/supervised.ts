import { setTimeout as delay } from 'node:timers/promises';
import type { Part } from '../launcher/part';

const BETWEEN_STARTS_MS = 500;

/** What happened to a part in the course of a run. */
export interface Fate {
  kills: number;
  /** Ends that nobody asked for, and starts that failed because another part was away. */
  falls: number;
}

/** A part under a supervisor, as an installation has one: whatever ends it, it is started again until it runs. */
export class Supervised {
  readonly fate: Fate = { kills: 0, falls: 0 };
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly part: Part,
    private readonly signal: AbortSignal,
  ) {
    part.onDeath(() => {
      this.fate.falls += 1;
      void this.inTurn(() => this.startUntilUp());
    });
  }

  /** SIGKILLs the part, leaves it away for a while, and starts it again. Settles once it is up. */
  kill(downMs: number): Promise<void> {
    return this.inTurn(async () => {
      await this.part.kill();
      this.fate.kills += 1;
      await delay(downMs, undefined, { signal: this.signal });
      await this.startUntilUp();
    });
  }

  /** Settles once whatever was under way is over, and the part runs. */
  async up(): Promise<void> {
    await this.inTurn(() => this.startUntilUp());
  }

  private async startUntilUp(): Promise<void> {
    while (this.part.pid === null) {
      this.signal.throwIfAborted();
      try {
        await this.part.start();
      } catch {
        // Its log says why; what it needs may be away as well, so it is tried again as a supervisor would.
        this.fate.falls += 1;
        await delay(BETWEEN_STARTS_MS, undefined, { signal: this.signal });
      }
    }
  }

  /** One thing after another; an end of the run ends what is under way. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.last.then(work);
    this.last = next.catch((error: unknown) => {
      if (!this.signal.aborted) throw error;
    });
    return next;
  }
}
