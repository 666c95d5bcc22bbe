import type { CaseEvent, EventBody } from '../../domain/event';
import type { Db, Tx } from '../db/connect';

/** The events of a case after a number, in order. */
export async function eventsAfter(db: Db | Tx, caseId: string, afterSeq: number): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'type', 'at', 'actor_sub', 'actor_unit', 'facts'])
    .where('case_id', '=', caseId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    ...({ type: row.type, ...row.facts } as EventBody),
    seq: row.seq,
    at: row.at.toISOString(),
    actor: { sub: row.actor_sub, unit: row.actor_unit },
  }));
}
