import type { Label } from './label';
import { refusals } from './refusal';

/** When papers came to the counter, and why they are entered later where it was not today. */
export interface Receipt {
  /** `YYYY-MM-DD` in Asia/Shanghai; the clock of 行政许可法 第三十二条 counts from it. */
  readonly receivedOn: string;
  readonly reason?: string | undefined;
}

/** What is wrong with a receipt: where (a JSON pointer), by which rule, and what is allowed there. */
export interface ReceiptProblem {
  readonly pointer: '/receivedOn' | '/reason';
  readonly rule: 'dateInFuture' | 'reasonMissing';
  readonly message: Label;
  readonly allowed?: readonly string[];
}

/** The date of receipt is a fact of its own: today at the latest, and not earlier without a reason on the record. */
export function receiptProblem({ receivedOn, reason }: Receipt, today: string): ReceiptProblem | null {
  if (receivedOn > today) {
    const message = refusals.dateInFuture;
    return { pointer: '/receivedOn', rule: 'dateInFuture', message, allowed: [`<= ${today}`] };
  }
  if (receivedOn < today && !reason?.trim()) {
    const message = { zh: '收件日早于今天，须说明理由', en: 'A receipt before today needs a reason' };
    return { pointer: '/reason', rule: 'reasonMissing', message };
  }
  return null;
}
