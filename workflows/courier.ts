import { condition } from '@temporalio/workflow';
import { effects } from './activities';

/** Sees to it that every notice a case owes is sent, beside the process and never in its way. */
export class Courier {
  private owedUpTo = 0;
  private sentUpTo = 0;
  private closing = false;
  private readonly round: Promise<void>;

  constructor(private readonly caseId: string) {
    this.round = this.deliver();
  }

  /** A notice is owed for the event with this number. */
  owe(seq: number): void {
    this.owedUpTo = Math.max(this.owedUpTo, seq);
  }

  /** Returns when everything owed is delivered. */
  async finish(): Promise<void> {
    this.closing = true;
    await this.round;
  }

  private async deliver(): Promise<void> {
    for (;;) {
      await condition(() => this.owedUpTo > this.sentUpTo || this.closing);
      if (this.owedUpTo <= this.sentUpTo) return;
      const upTo = this.owedUpTo;
      await effects.deliverNotices.executeWithOptions({ summary: `通知申请人 notices up to event ${upTo}` }, [
        { caseId: this.caseId },
      ]);
      this.sentUpTo = upTo;
    }
  }
}
