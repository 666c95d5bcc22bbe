import { type AuditType, auditTypes } from '../../domain/audit';
import type { Label } from '../../domain/label';
import type { Db, Tx } from '../db/connect';
import type { Selection } from './holdings';

/** What the audit log says of a person. */
export interface LogEntry {
  readonly seq: number;
  readonly at: string;
  readonly type: AuditType;
  readonly label: Label;
  readonly subject: string | null;
  readonly unit: string | null;
  /** Whether the person did it; who else did is not theirs to know, the unit apart. */
  readonly own: boolean;
  readonly purpose: string | null;
}

/** What the person did, and what was done about their cases, drafts and account. */
export async function logOf(
  db: Db | Tx,
  { accounts, cases, drafts, complaints, staff }: Selection,
): Promise<LogEntry[]> {
  const subs = accounts.map(({ sub }) => sub);
  const rows = await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'type', 'actor_sub', 'actor_unit', 'subject_kind', 'subject_id', 'details'])
    .where((entry) => {
      const about = (kind: 'account' | 'case' | 'draft' | 'complaint' | 'staff', ids: readonly string[]) =>
        ids.length === 0
          ? []
          : [entry.and([entry('subject_kind', '=', kind), entry('subject_id', 'in', ids)])];
      return entry.or([
        ...(subs.length === 0 ? [] : [entry('actor_sub', 'in', subs)]),
        ...about('account', subs),
        ...about('case', cases),
        ...about('draft', drafts),
        ...about('complaint', complaints),
        ...about('staff', staff),
        ...cases.map((id) =>
          entry.and([entry('subject_kind', '=', 'workItem'), entry('subject_id', 'like', `${id}.%`)]),
        ),
      ]);
    })
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at.toISOString(),
    type: row.type,
    label: auditTypes[row.type],
    subject: row.subject_id,
    unit: row.actor_unit,
    own: row.actor_sub !== null && subs.includes(row.actor_sub),
    purpose: typeof row.details.purpose === 'string' ? row.details.purpose : null,
  }));
}
