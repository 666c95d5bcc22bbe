import { condition } from '@temporalio/workflow';
import type { Delivered } from '../activities/deliverNotices';
import type { Board } from './board';
import { effort } from './effort';

/** Sees to it that every notice a case owes is sent, beside the process and never in its way. */
export class Courier {
  private owedUpTo = 0;
  private sentUpTo = 0;
  private closing = false;
  private readonly round: Promise<void>;

  /** @param told how far the record reaches now that letters are served */
  constructor(
    private readonly caseId: string,
    private readonly board: Board,
    private readonly told: (lastSeq: number) => void,
  ) {
    this.round = this.deliver();
  }

  /** A notice is owed for the event with this number. */
  owe(seq: number): void {
    this.owedUpTo = Math.max(this.owedUpTo, seq);
  }

  get isIdle(): boolean {
    return this.owedUpTo <= this.sentUpTo;
  }

  /** Returns when everything owed is delivered, or something else has to be seen to. */
  async idle(called: () => boolean): Promise<void> {
    await condition(() => this.isIdle || called());
  }

  /** Returns when everything owed is delivered. */
  async finish(): Promise<void> {
    this.closing = true;
    await this.round;
  }

  private async deliver(): Promise<void> {
    for (;;) {
      await condition(() => !this.isIdle || this.closing);
      if (this.isIdle) return;
      const upTo = this.owedUpTo;
      const { lastSeq, heldBackUntil } = await this.send(upTo);
      this.told(lastSeq);
      if (heldBackUntil === null) this.sentUpTo = upTo;
      else await this.waitUntil(heldBackUntil, upTo);
      // A run that ends with something held back leaves it to the next, which begins from the record.
      if (this.closing && heldBackUntil !== null) return;
    }
  }

  private async send(upTo: number): Promise<Delivered> {
    const summary = `通知 notices up to event ${upTo}`;
    const args: [{ readonly caseId: string }] = [{ caseId: this.caseId }];
    // Histories of the first release hold nothing here.
    const sent = await effort<Delivered | null>(this.board, 'mail', (by) =>
      by.deliverNotices.executeWithOptions({ summary }, args),
    );
    return sent ?? { lastSeq: 0, heldBackUntil: null };
  }

  /** A letter is held back so that its act can be amended; a later notice need not wait for it. */
  private async waitUntil(instant: string, upTo: number): Promise<void> {
    const delay = Math.max(1_000, Date.parse(instant) - Date.now());
    await condition(() => this.owedUpTo > upTo || this.closing, delay, {
      summary: '文书缓发 letter held back',
    });
  }
}
