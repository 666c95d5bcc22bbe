import { sql } from 'kysely';
import { waitedForKinds } from '../../domain/toldWhenServed';
import type { Db } from '../db/connect';

/**
 * Gives every event that may be told by now the feed's next position. The lock is taken before the statement's
 * snapshot and held to the commit: whoever sees a position sees all before it, and what commits late comes later. No act
 * waits for it. In a case, nothing passes by an event whose letter is still to be served.
 */
export async function givePositions(db: Db): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('feed', 0))`.execute(tx);
      await sql`
        insert into feed_position (position, case_id, seq)
        select
          (select coalesce(max(position), 0) from feed_position)
            + row_number() over (order by event.at, event.case_id, event.seq),
          event.case_id,
          event.seq
        from case_file
        cross join lateral (
          select coalesce(max(seq), 0) as seq from feed_position where case_id = case_file.case_id
        ) as told
        cross join lateral (
          select min((letter ->> 'seq')::integer) as seq
          from jsonb_array_elements(case_file.state -> 'letters') as letter
          where letter ->> 'kind' = any(${waitedForKinds})
            and letter ->> 'served' is null
            and not (letter ->> 'void')::boolean
        ) as waiting
        join event on event.case_id = case_file.case_id
          and event.seq > told.seq
          and (waiting.seq is null or event.seq < waiting.seq)
        where case_file.seq > told.seq`.execute(tx);
    });
}
