import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Db } from '../db/connect';
import type { Found } from './blindIndex';
import { ERASED } from './cipher';
import type { Selection } from './holdings';
import { holdsValues } from './keptRows';

/** What personal data is erased with: a case, a draft that became none, a complaint, a member of staff, an account. */
export type ErasableSubject =
  | { readonly kind: 'case' | 'draft' | 'complaint' | 'staff'; readonly id: string }
  | { readonly kind: 'account'; readonly issuer: string; readonly sub: string };

/** By which the audit log and people name it. */
export function idOf(subject: ErasableSubject): string {
  return subject.kind === 'account' ? subject.sub : subject.id;
}

/** What the rows that hold a value belong to: a submitted draft to its case, a kept answer to what it tells of. */
export async function subjectsOf(db: Db, found: readonly Found[]): Promise<ErasableSubject[]> {
  const subjects = new Map<string, ErasableSubject>();
  for (const each of found) {
    const subject = await subjectOf(db, each);
    subjects.set(JSON.stringify(subject), subject);
  }
  return [...subjects.values()];
}

/** The member of staff of an id (`staffMemberId`), by which also one without a telephone is found; nobody for any other id. */
export async function staffNamed(db: Db, id: string): Promise<ErasableSubject[]> {
  const rows = await db.selectFrom('staff_member').select('id').where('id', '=', id).execute();
  return rows.map((row) => ({ kind: 'staff', id: row.id }));
}

/** The rows that an export gathers for them. */
export function selectionOf(subjects: readonly ErasableSubject[]): Selection {
  return {
    accounts: subjects.filter((subject) => subject.kind === 'account'),
    cases: subjects.flatMap((subject) => (subject.kind === 'case' ? [subject.id] : [])),
    drafts: subjects.flatMap((subject) => (subject.kind === 'draft' ? [subject.id] : [])),
    complaints: subjects.flatMap((subject) => (subject.kind === 'complaint' ? [subject.id] : [])),
    staff: subjects.flatMap((subject) => (subject.kind === 'staff' ? [subject.id] : [])),
  };
}

/**
 * Cases that ended, drafts that were saved last, complaints that were answered, and members of staff who left, before an
 * instant, and still hold personal values.
 */
export async function overdue(db: Db, before: Date): Promise<ErasableSubject[]> {
  const cases = await db
    .selectFrom('application')
    .innerJoin('case_file', 'case_file.case_id', 'application.case_id')
    .select('application.case_id as id')
    .where('closed_at', '<=', before)
    .where(
      sql<boolean>`not exists (select 1 from case_file life
                                where life.institution_id = case_file.institution_id
                                  and (life.outcome is null or life.closed_at > ${before}))`,
    )
    .where(holdsValues('application'))
    .orderBy('id')
    .execute();
  const drafts = await db
    .selectFrom('draft')
    .select('id')
    .where('case_id', 'is', null)
    .where('updated_at', '<=', before)
    .where(holdsValues('draft'))
    .orderBy('created_at')
    .execute();
  const complaints = await db
    .selectFrom('complaint')
    .select('no as id')
    .where(answeredBy(before))
    .where(sql<boolean>`(${holdsValues('complaint')} or complaint.text <> ${ERASED})`)
    .orderBy('no')
    .execute();
  const staff = await db
    .selectFrom('staff_member')
    .select('id')
    .where(goneBy(before))
    .where(holdsValues('staff_member'))
    .orderBy('id')
    .execute();
  return [
    ...cases.map(({ id }) => ({ kind: 'case' as const, id })),
    ...drafts.map(({ id }) => ({ kind: 'draft' as const, id })),
    ...complaints.map(({ id }) => ({ kind: 'complaint' as const, id })),
    ...staff.map(({ id }) => ({ kind: 'staff' as const, id })),
  ];
}

/** Whether a complaint was answered by an instant. */
function answeredBy(before: Date): RawBuilder<SqlBool> {
  return sql`exists (select 1 from event
                      where event.case_id = complaint.case_id and event.type = 'complaintAnswered'
                        and event.facts ->> 'complaint' = complaint.no and event.at <= ${before})`;
}

/** Whether a member of staff had left, or their institution was supervised no more, by an instant. */
function goneBy(before: Date): RawBuilder<SqlBool> {
  return sql`(exists (select 1 from event
                       where event.case_id = staff_member.case_id and event.type = 'staffRemoved'
                         and event.facts ->> 'member' = staff_member.member and event.at <= ${before})
              or exists (select 1 from case_file
                          where case_file.case_id = staff_member.case_id and case_file.closed_at <= ${before}))`;
}

async function subjectOf(db: Db, { holder, row }: Found): Promise<ErasableSubject> {
  const [first = '', second = ''] = row;
  switch (holder) {
    case 'application':
      return { kind: 'case', id: first };
    case 'account':
      return { kind: 'account', issuer: first, sub: second };
    case 'complaint':
      return { kind: 'complaint', id: first };
    case 'staff_member':
      return { kind: 'staff', id: first };
    case 'notice': {
      const complaint = await complaintOf(db, first);
      if (complaint !== null) return { kind: 'complaint', id: complaint };
      const { id } = await db
        .selectFrom('notice')
        .innerJoin('case_file', 'case_file.case_id', 'notice.case_id')
        .select('case_file.application_id as id')
        .where('key', '=', first)
        .executeTakeFirstOrThrow();
      return { kind: 'case', id };
    }
    case 'draft':
      return ofDraft(db, first);
    case 'idempotency_key': {
      const { rows } = await sql<{ id: string }>`
        select coalesce(body ->> 'id', body ->> 'caseId') as id from idempotency_key
         where sub = ${first} and key = ${second}`.execute(db);
      return ofDraft(db, rows[0]?.id ?? '');
    }
  }
}

/** The complaint whose complainant a notice went to, by the notice's key; null for any other notice. */
async function complaintOf(db: Db, key: string): Promise<string | null> {
  const { rows } = await sql<{ no: string }>`
    select event.facts ->> 'complaint' as no
      from notice join event on event.case_id = notice.case_id and event.seq = notice.seq
     where notice.key = ${key} and event.facts ? 'complaint'`.execute(db);
  return rows[0]?.no ?? null;
}

async function ofDraft(db: Db, id: string): Promise<ErasableSubject> {
  const row = await db
    .selectFrom('draft')
    .select('case_id')
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return row?.case_id ? { kind: 'case', id: row.case_id } : { kind: 'draft', id };
}
