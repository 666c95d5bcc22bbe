import { FeedBatch } from '../../api/contracts/feed';
import type { FeedEvent } from '../../domain/feed';
import type { House } from '../api/house';
import type { Answered } from '../api/wire';
import { official } from '../world/people';

export type { FeedEvent };

/** The events of a batch, held against the contract. */
export const eventsIn = ({ text }: Pick<Answered, 'text'>) =>
  FeedBatch.parse(JSON.parse(text)) as FeedEvent[];

/** Where the next batch is; null where none is named. */
export function nextIn({ headers }: Pick<Answered, 'headers'>): string | null {
  return /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
}

/** The types of events in the words of the record. */
export function typesOf(events: readonly FeedEvent[]): string[] {
  return events.map(({ type }) => type.replace(/^onewindow\.case\.(\w+)\.v1$/, '$1'));
}

/** All events from the first on, as a reader comes to them batch by batch. */
export async function readAll(house: House, limit = 100): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  let next: string | null = `/api/v1/feed?limit=${limit}`;
  while (next !== null) {
    const batch = await house.call(official('health', 'coordinator'), 'GET', next);
    if (batch.status !== 200) throw new Error(batch.text);
    if (eventsIn(batch).length === 0) break;
    events.push(...eventsIn(batch));
    next = nextIn(batch);
  }
  return events;
}
