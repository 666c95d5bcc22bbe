import { sql } from 'kysely';
import type { AuditEntry } from '../../domain/audit';
import type { Tx } from '../db/connect';
import { GENESIS, linkHash } from '../record/chain';
import type { Ground } from '../record/ground';

/** What the hash of an entry covers, beside the hash before it. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number;
  readonly at: string;
}

/** The audit log as processes write to it. */
export interface AuditLog {
  /** Returns once the entry is on disk: what must not happen unseen waits for it. */
  write(entry: AuditEntry): Promise<void>;
}

/**
 * One chain for all, so that no day and no process can be left out unseen. What is written while an entry is on
 * its way goes together with the next: a burst costs a few transactions, not one each.
 */
export function createAuditLog(ground: Pick<Ground, 'db' | 'clock'>): AuditLog {
  let waiting: AuditEntry[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    next = null;
    const at = await ground.clock.now();
    await ground.db.transaction().execute((tx) => appendAudit(tx, at, batch));
  };
  return {
    write(entry) {
      waiting.push(entry);
      if (next === null) {
        const written = last.then(flush);
        next = written;
        last = written.catch(() => undefined);
      }
      return next;
    },
  };
}

/**
 * Appends entries in the caller's transaction, which from here on keeps other writers of the log waiting:
 * call it last.
 */
export async function appendAudit(tx: Tx, at: Date, entries: readonly AuditEntry[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit_entry', 0))`.execute(tx);
  const head = await tx
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let seq = Number(head?.seq ?? 0);
  let hash = head?.hash ?? GENESIS;
  const rows = entries.map((entry) => {
    const previousHash = hash;
    seq += 1;
    hash = linkHash(previousHash, { ...asKept(entry), seq, at: at.toISOString() } satisfies ChainedEntry);
    return rowOf(entry, { seq, at, previous_hash: previousHash, hash });
  });
  await tx.insertInto('audit_entry').values(rows).execute();
}

/** As it will be read again: what JSON does not know is gone. */
function asKept({ type, actor, subject, requestId, details }: AuditEntry): AuditEntry {
  return JSON.parse(JSON.stringify({ type, actor, subject, requestId, details })) as AuditEntry;
}

function rowOf<T extends object>({ type, actor, subject, requestId, details }: AuditEntry, link: T) {
  return {
    type,
    actor_sub: actor?.sub ?? null,
    actor_unit: actor?.unit ?? null,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    request_id: requestId,
    details: JSON.stringify(details),
    ...link,
  };
}
