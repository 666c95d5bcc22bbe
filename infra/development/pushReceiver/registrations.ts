import { createHash } from 'node:crypto';
import { createQueue } from '../queue';
import { openJournal } from './journal';

/** A push as it arrived, once or more often. */
export interface ReceivedRegistration {
  readonly receiptNo: string;
  /** The sender's `Idempotency-Key`. */
  readonly key: string;
  readonly keyId: string | null;
  /** The JSON that was pushed. */
  readonly body: unknown;
  readonly bodyHash: string;
  readonly firstReceivedAt: string;
  readonly lastReceivedAt: string;
  /** How many times the same key arrived with the same body. */
  readonly received: number;
}

export interface Push {
  readonly key: string;
  readonly keyId: string | null;
  /** The JSON text as signed. */
  readonly body: string;
}

/** `first` and `repeated` carry the same receipt number; `otherBody` means the key stands for something else. */
export interface Reception {
  readonly outcome: 'first' | 'repeated' | 'otherBody';
  readonly registration: ReceivedRegistration;
}

export interface Registrations {
  receive(push: Push): Promise<Reception>;
  /** Newest first. */
  list(): ReceivedRegistration[];
}

type Line =
  | { readonly type: 'first'; readonly registration: ReceivedRegistration }
  | { readonly type: 'repeated'; readonly key: string; readonly at: string };

type Known = Map<string, ReceivedRegistration>;

/** What was pushed, folded from the append-only journal in `file`. */
export async function openRegistrations(file: string): Promise<Registrations> {
  const journal = await openJournal<Line>(file);
  const known: Known = new Map();
  for (const line of journal.lines) apply(known, line);
  const inTurn = createQueue();
  return {
    list: () => [...known.values()].reverse(),
    receive: (push) =>
      inTurn(async () => {
        const before = known.get(push.key);
        const bodyHash = createHash('sha256').update(push.body).digest('hex');
        if (before && before.bodyHash !== bodyHash) return { outcome: 'otherBody', registration: before };
        const at = new Date().toISOString();
        const line: Line = before
          ? { type: 'repeated', key: push.key, at }
          : { type: 'first', registration: firstOf(push, bodyHash, receiptNo(known.size + 1), at) };
        await journal.append(line);
        return { outcome: line.type, registration: apply(known, line) };
      }),
  };
}

function apply(known: Known, line: Line): ReceivedRegistration {
  const next = line.type === 'first' ? line.registration : repeated(known.get(line.key), line);
  known.set(next.key, next);
  return next;
}

function repeated(before: ReceivedRegistration | undefined, { key, at }: { key: string; at: string }) {
  if (!before) throw new Error(`The journal repeats ${key} before it was first received`);
  return { ...before, lastReceivedAt: at, received: before.received + 1 };
}

function firstOf({ key, keyId, body }: Push, bodyHash: string, no: string, at: string): ReceivedRegistration {
  const parsed: unknown = JSON.parse(body);
  return {
    receiptNo: no,
    key,
    keyId,
    body: parsed,
    bodyHash,
    firstReceivedAt: at,
    lastReceivedAt: at,
    received: 1,
  };
}

function receiptNo(n: number): string {
  return `WJTS-${String(n).padStart(6, '0')}`;
}
