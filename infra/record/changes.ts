import { sql } from 'kysely';
import type { CaseEvent, EventBody } from '../../domain/event';
import type { Db } from '../db/connect';

/** An event with what says who may be told of it. */
export interface Change {
  readonly caseId: string;
  readonly institution: string;
  readonly units: readonly string[];
  readonly organisation: string;
  readonly event: CaseEvent;
}

export interface Changes {
  /** In the order of their transactions. */
  readonly changes: readonly Change[];
  /** Where the next reading begins. */
  readonly position: string;
  /** There was more than is told, or the position was none of this record's: whoever has seen nothing since reads anew. */
  readonly gap: boolean;
}

const MOST = 500;

interface Row {
  readonly position: string;
  readonly case_id: string | null;
  readonly institution_name: string;
  readonly units: readonly string[];
  readonly organisation: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actor_sub: string;
  readonly actor_unit: string | null;
  readonly facts: Record<string, unknown>;
}

/**
 * What was written since a position, up to where no open transaction can still write: nothing is passed by.
 * @param from a position that was given before; null for now, which tells of nothing
 */
export async function changesSince(db: Db, from: string | null): Promise<Changes> {
  const { rows } = await sql<Row>`
    with bound as (select pg_snapshot_xmin(pg_current_snapshot()) as xact)
    select bound.xact::text as position, written.*
      from bound left join lateral (
        select event.case_id, institution_name, units, organisation, event.seq, type, at, actor_sub, actor_unit, facts
          from event join case_file on case_file.case_id = event.case_id
         where event.xact >= ${from}::text::xid8 and event.xact < bound.xact
         order by event.xact, event.case_id, event.seq
         limit ${sql.lit(MOST + 1)}) as written on true`.execute(db);
  const position = rows[0]?.position ?? '0';
  const gap = from !== null && (rows.length > MOST || BigInt(from) > BigInt(position));
  return { changes: gap ? [] : rows.flatMap(changeIn), position, gap };
}

function changeIn(row: Row): Change[] {
  if (row.case_id === null) return [];
  const actor = { sub: row.actor_sub, unit: row.actor_unit };
  const body = { type: row.type, ...row.facts } as EventBody;
  return [
    {
      caseId: row.case_id,
      institution: row.institution_name,
      units: row.units,
      organisation: row.organisation,
      event: { ...body, seq: row.seq, at: row.at.toISOString(), actor },
    },
  ];
}
