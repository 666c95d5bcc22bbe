import { sql } from 'kysely';
import { type Labels } from '../../domain/label';
import { maskedText } from '../../domain/mask';
import { appendAudit } from '../audit/log';
import type { Clock } from '../clock';
import type { Db, Tx } from '../db/connect';
import { forget } from './blindIndex';
import { ERASED } from './cipher';
import { type ErasableSubject, idOf } from './erasable';
import { changed, type Holder } from './holders';
import { lockedRows, writeKept } from './keptRows';

/** What becomes of a thing that holds personal data: erased, or why it stays. */
export const fates = {
  erased: { zh: '已清除', en: 'erased' },
  caseOpen: { zh: '未办结，保留', en: 'kept: the case is open' },
  withinRetention: { zh: '未满保存期限，保留', en: 'kept: its retention is not over' },
  retentionUnknown: {
    zh: '未设定保存期限（PERSONAL_RETENTION_DAYS），保留',
    en: 'kept: nobody has said how long (PERSONAL_RETENTION_DAYS)',
  },
  noticeWaiting: { zh: '有通知待发，保留', en: 'kept: a notice is still to be sent' },
  accountActive: { zh: '账号在用，保留', en: 'kept: the account is in use' },
} as const satisfies Labels<string>;
export type Fate = keyof typeof fates;

export interface Erasing {
  readonly clock: Clock;
  /** Days after its end for which a case's personal data is needed; null: nobody has said, so it stays. */
  readonly retentionDays: number | null;
  /** Who erases (`sub`), and why: for the audit log. */
  readonly by: string;
  readonly reason: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** The instant before which a case must have ended, for its personal data to be no longer needed. */
export async function endOfNeed({ clock, retentionDays }: Pick<Erasing, 'clock' | 'retentionDays'>) {
  return retentionDays === null ? null : new Date((await clock.now()).getTime() - retentionDays * DAY_MS);
}

/** What would become of a subject now. */
export async function fateOf(
  db: Db | Tx,
  subject: ErasableSubject,
  erasing: Pick<Erasing, 'clock' | 'retentionDays'>,
): Promise<Fate> {
  switch (subject.kind) {
    case 'case':
      return fateOfCase(db, subject.id, await endOfNeed(erasing));
    case 'account':
      return (await isActive(db, subject)) ? 'accountActive' : 'erased';
    case 'draft':
      return 'erased';
  }
}

/**
 * Erases the personal values of a subject where they are no longer needed, in one transaction with its entry on the
 * audit log. The record, its hashes and its documents hold none of them and stay as they are.
 * @param db as the owner of the tables
 */
export function erase(db: Db, subject: ErasableSubject, erasing: Erasing): Promise<Fate> {
  return db.transaction().execute(async (tx) => {
    const fate = await fateOf(tx, subject, erasing);
    if (fate !== 'erased') return fate;
    for (const [holder, condition] of placesOf(subject)) await eraseRows(tx, holder, condition);
    const { by, reason, clock } = erasing;
    await appendAudit(tx, await clock.now(), [
      {
        type: 'personalDataErased',
        actor: { sub: by, unit: null },
        subject: { kind: subject.kind, id: idOf(subject) },
        requestId: null,
        details: { reason: maskedText(reason) },
      },
    ]);
    return fate;
  });
}

type Condition = Parameters<typeof lockedRows>[2];

/** Where the values of a subject stand: also in the answers that were given when it was made. */
function placesOf(subject: ErasableSubject): (readonly [Holder, Condition])[] {
  switch (subject.kind) {
    case 'case': {
      const { id } = subject;
      const drafts = sql`select draft.id::text from draft where draft.case_id = ${id}`;
      return [
        ['application', sql`case_id = ${id}`],
        ['notice', sql`case_id = ${id}`],
        ['draft', sql`case_id = ${id}`],
        ['idempotency_key', sql`(body ->> 'caseId' = ${id} or body ->> 'id' in (${drafts}))`],
      ];
    }
    case 'draft':
      return [
        ['draft', sql`id::text = ${subject.id}`],
        ['idempotency_key', sql`body ->> 'id' = ${subject.id}`],
      ];
    case 'account':
      return [['account', sql`issuer = ${subject.issuer} and sub = ${subject.sub}`]];
  }
}

async function eraseRows(tx: Tx, holder: Holder, condition: Condition): Promise<void> {
  for (const { row, kept } of await lockedRows(tx, holder, condition)) {
    const erased = changed(holder, kept, () => ERASED);
    await writeKept(tx, holder, row, erased);
    await forget(tx, holder, row);
  }
}

async function fateOfCase(db: Db | Tx, caseId: string, before: Date | null): Promise<Fate> {
  const file = await db
    .selectFrom('case_file')
    .select(['outcome', 'closed_at'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  if (file.outcome === null || file.closed_at === null) return 'caseOpen';
  if (before === null) return 'retentionUnknown';
  if (file.closed_at > before) return 'withinRetention';
  const waiting = await db
    .selectFrom('notice')
    .select('key')
    .where('case_id', '=', caseId)
    .where('status', 'in', ['queued', 'sending'])
    .limit(1)
    .executeTakeFirst();
  return waiting ? 'noticeWaiting' : 'erased';
}

async function isActive(
  db: Db | Tx,
  { issuer, sub }: { readonly issuer: string; readonly sub: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('active')
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .executeTakeFirst();
  return row?.active ?? false;
}
