import type { Generated } from 'kysely';
import type { Sealed } from '../personal/cipher';
import type { Instant, MaybeInstant } from './columns';

/** Mails and pushes that are owed: what has yet to come about outside the house. */
export interface NoticeTable {
  key: string;
  case_id: string;
  seq: number;
  template: string;
  recipient: Sealed;
  gathered_for: string | null;
  digest: string | null;
  locale: string;
  status: Generated<'queued' | 'sending' | 'sent' | 'failed' | 'void'>;
  message_id: string;
  attempts: Generated<number>;
  last_error: string | null;
  leased_until: MaybeInstant;
  created_at: Instant;
  send_after: Instant;
  sent_at: MaybeInstant;
}

/** The mails of a morning about who answers for supervision, as windows of time: what they tell is read when they go. */
export interface DutyMailTable {
  kind: 'newWork' | 'gaps';
  unit: string;
  day: string;
  after: Instant;
  up_to: Instant;
  status: 'queued' | 'sent' | 'failed' | 'void';
  last_error: string | null;
}

export interface PushTable {
  key: string;
  case_id: string;
  status: Generated<'waiting' | 'delivered'>;
  attempts: Generated<number>;
  last_error: string | null;
  last_attempt_at: MaybeInstant;
  receipt_no: string | null;
  delivered_at: MaybeInstant;
}
