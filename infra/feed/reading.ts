import type { CaseEvent, EventBody } from '../../domain/event';
import { type FeedEvent, feedEventOf, feedTypes } from '../../domain/feed';
import type { Db } from '../db/connect';
import { givePositions } from './positions';

/** Where a reader stands: a position, and by which event it was given, so that no other record takes it for its own. */
export interface FeedMark {
  readonly position: string;
  /** The first characters of the event's hash. */
  readonly hash: string;
}

export interface FeedPage {
  readonly events: readonly FeedEvent[];
  /** Where the next page begins; null where nothing was ever told. */
  readonly next: FeedMark | null;
}

/** The reader's mark is none of this record's: it was restored to an earlier state. */
export class FeedMarkUnknown extends Error {
  override readonly name = 'FeedMarkUnknown';
}

const HASH_LENGTH = 16;

/** The events after a mark in the feed's order; none only where there are no more by now. @throws FeedMarkUnknown */
export async function readFeed(db: Db, after: FeedMark | null, limit: number): Promise<FeedPage> {
  await givePositions(db);
  if (after && (await markAt(db, after.position))?.hash !== after.hash) throw new FeedMarkUnknown();
  const end = await markAt(db, 'last');
  let from = after?.position ?? '0';
  for (;;) {
    const rows = await rowsBetween(db, from, end?.position ?? '0', limit);
    const last = rows.at(-1);
    const next = last && rows.length === limit ? markOf(last.position, last.hash) : end;
    const events = rows
      .map(({ state, event }) => feedEventOf(state, event))
      .filter((event) => event !== null);
    if (events.length > 0 || rows.length < limit || !next) return { events, next };
    from = next.position;
  }
}

async function rowsBetween(db: Db, after: string, end: string, limit: number) {
  const rows = await db
    .selectFrom('feed_position')
    .innerJoin('event', (join) =>
      join.onRef('event.case_id', '=', 'feed_position.case_id').onRef('event.seq', '=', 'feed_position.seq'),
    )
    .innerJoin('case_file', 'case_file.case_id', 'event.case_id')
    .select(['position', 'event.seq', 'type', 'at', 'actor_sub', 'actor_unit', 'facts', 'hash', 'state'])
    .where('position', '>', after)
    .where('position', '<=', end)
    .where('type', 'in', feedTypes)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ position, hash, state, ...row }) => {
    const actor = { sub: row.actor_sub, unit: row.actor_unit };
    const body = { type: row.type, ...row.facts } as EventBody;
    const event: CaseEvent = { ...body, seq: row.seq, at: row.at.toISOString(), actor };
    return { position, hash, state, event };
  });
}

async function markAt(db: Db, position: string): Promise<FeedMark | null> {
  const row = await db
    .selectFrom('feed_position')
    .innerJoin('event', (join) =>
      join.onRef('event.case_id', '=', 'feed_position.case_id').onRef('event.seq', '=', 'feed_position.seq'),
    )
    .select(['position', 'hash'])
    .$if(position !== 'last', (query) => query.where('position', '=', position))
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? markOf(row.position, row.hash) : null;
}

function markOf(position: string, hash: string): FeedMark {
  return { position, hash: hash.slice(0, HASH_LENGTH) };
}
