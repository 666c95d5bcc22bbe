import { sql } from 'kysely';
import { type Labels } from '../../domain/label';
import { maskedText } from '../../domain/mask';
import { appendAudit } from '../audit/log';
import type { Clock } from '../clock';
import type { Db, Tx } from '../db/connect';
import { removeUnreferenced } from '../papers/content';
import { erasePapers } from '../papers/erasure';
import type { Storage } from '../storage/storage';
import { takeOutOfPairs } from '../responsible/pairs';
import { forget } from './blindIndex';
import { ERASED } from './cipher';
import { type ErasableSubject, idOf } from './erasable';
import { changed, type Holder } from './holders';
import { lockedRows, writeKept } from './keptRows';

/** What becomes of a thing that holds personal data: erased, or what stays of it and why. */
export const fates = {
  erased: { zh: '已清除', en: 'erased' },
  caseOpen: { zh: '未办结，保留', en: 'kept: the case is open' },
  withinRetention: { zh: '未满保存期限，保留', en: 'kept: its retention is not over' },
  retentionUnknown: {
    zh: '未设定保存期限（PERSONAL_RETENTION_DAYS），保留',
    en: 'kept: nobody has said how long (PERSONAL_RETENTION_DAYS)',
  },
  noticeWaiting: { zh: '有通知待发，保留', en: 'kept: a notice is still to be sent' },
  onStaff: { zh: '在册人员，保留', en: 'kept: still on the staff list' },
  accountActive: { zh: '账号在用，保留', en: 'kept: the account is in use' },
  contentLeft: {
    zh: '已清除；文件内容未能删除，流程执行下次启动时清扫',
    en: 'erased, but for the content of papers, which the next start of a worker sweeps away',
  },
} as const satisfies Labels<string>;
export type Fate = keyof typeof fates;

export interface Erasing {
  readonly clock: Clock;
  /** Where papers are kept. */
  readonly storage: Storage;
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
    case 'complaint':
      return fateOfComplaint(db, subject.id, await endOfNeed(erasing));
    case 'staff':
      return fateOfStaff(db, subject.id, await endOfNeed(erasing));
  }
}

/**
 * Erases the personal values of a subject where they are no longer needed, and the papers that were handed in with it,
 * in one transaction with its entry on the audit log; what the papers held goes after it. The record, its hashes, its
 * letters and documents hold none of the values and stay as they are. @param db as the owner of the tables
 */
export async function erase(db: Db, subject: ErasableSubject, erasing: Erasing): Promise<Fate> {
  const { fate, contents } = await eraseRecorded(db, subject, erasing);
  try {
    for (const sha256 of contents) await removeUnreferenced(db, erasing.storage, sha256);
    return fate;
  } catch {
    return 'contentLeft';
  }
}

interface Erased {
  readonly fate: Fate;
  /** The hashes of what its papers held. */
  readonly contents: readonly string[];
}

function eraseRecorded(db: Db, subject: ErasableSubject, erasing: Erasing): Promise<Erased> {
  return db.transaction().execute(async (tx) => {
    const fate = await fateOf(tx, subject, erasing);
    if (fate !== 'erased') return { fate, contents: [] };
    for (const [holder, condition] of placesOf(subject)) await eraseRows(tx, holder, condition);
    const contents = await eraseHandedIn(tx, subject);
    if (subject.kind === 'complaint') await eraseWords(tx, subject.id);
    if (subject.kind === 'account') await takeOutOfPairs(tx, subject);
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
    return { fate, contents };
  });
}

async function eraseHandedIn(tx: Tx, subject: ErasableSubject): Promise<readonly string[]> {
  switch (subject.kind) {
    case 'case':
      return erasePapers(tx, { caseId: subject.id });
    case 'draft':
      return erasePapers(tx, { draftId: subject.id });
    case 'account':
    case 'complaint':
    case 'staff':
      return [];
  }
}

/** What somebody wrote says who they are as well as their name does. */
async function eraseWords(tx: Tx, complaint: string): Promise<void> {
  await tx.updateTable('complaint').set({ text: ERASED }).where('no', '=', complaint).execute();
}

type Condition = Parameters<typeof lockedRows>[2];

/** The notices to whoever complained, which are not the applicant's. */
const ofComplaints = sql<boolean>`template in ('complaintReceived', 'complaintAnswered')`;

/** Where the values of a subject stand: also in the answers that were given when it was made. */
function placesOf(subject: ErasableSubject): (readonly [Holder, Condition])[] {
  switch (subject.kind) {
    case 'case': {
      const { id } = subject;
      const drafts = sql`select draft.id::text from draft where draft.case_id = ${id}`;
      return [
        ['application', sql`case_id = ${id}`],
        [
          'notice',
          sql`case_id in (select case_id from case_file where application_id = ${id}) and not ${ofComplaints}`,
        ],
        ['draft', sql`case_id = ${id}`],
        ['idempotency_key', sql`(body ->> 'caseId' = ${id} or body ->> 'id' in (${drafts}))`],
      ];
    }
    case 'draft':
      return [
        ['draft', sql`id::text = ${subject.id}`],
        ['idempotency_key', sql`body ->> 'id' = ${subject.id}`],
      ];
    case 'complaint':
      return [
        ['complaint', sql`no = ${subject.id}`],
        [
          'notice',
          sql`${ofComplaints} and (case_id, seq) in (select case_id, seq from event where facts ->> 'complaint' = ${subject.id})`,
        ],
      ];
    case 'staff':
      return [['staff_member', sql`id = ${subject.id}`]];
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

/** An institution's data is needed for as long as any of its cases is open: it is still written to. */
async function fateOfCase(db: Db | Tx, caseId: string, before: Date | null): Promise<Fate> {
  const file = await db
    .selectFrom('case_file')
    .select((row) => [
      row.fn.max('closed_at').as('closed_at'),
      sql<boolean>`bool_or(outcome is null)`.as('open'),
    ])
    .where('institution_id', '=', (row) =>
      row.selectFrom('case_file as own').select('own.institution_id').where('own.case_id', '=', caseId),
    )
    .executeTakeFirstOrThrow();
  if (file.open || file.closed_at === null) return 'caseOpen';
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

/** What is complained of is needed until it is answered, and then for as long as any other case's data. */
async function fateOfComplaint(db: Db | Tx, no: string, before: Date | null): Promise<Fate> {
  const { rows } = await sql<{ at: Date }>`
    select at from event where type = 'complaintAnswered' and facts ->> 'complaint' = ${no}`.execute(db);
  const [answered] = rows;
  if (!answered) return 'caseOpen';
  if (before === null) return 'retentionUnknown';
  if (answered.at > before) return 'withinRetention';
  const { rows: waiting } = await sql`
    select from notice join event using (case_id, seq)
     where ${ofComplaints} and event.facts ->> 'complaint' = ${no} and notice.status in ('queued', 'sending')
     limit 1`.execute(db);
  return waiting.length > 0 ? 'noticeWaiting' : 'erased';
}

/** Whoever is on the staff list is needed there, and for as long after as any other case's data. */
async function fateOfStaff(db: Db | Tx, id: string, before: Date | null): Promise<Fate> {
  const { rows } = await sql<{ at: Date | null }>`
    select least(case_file.closed_at, (
             select min(event.at::timestamptz) from event
              where event.case_id = staff_member.case_id and event.type = 'staffRemoved'
                and event.facts ->> 'member' = staff_member.member)) as at
      from staff_member join case_file using (case_id) where staff_member.id = ${id}`.execute(db);
  const at = rows[0]?.at ?? null;
  if (at === null) return 'onStaff';
  if (before === null) return 'retentionUnknown';
  return at > before ? 'withinRetention' : 'erased';
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
