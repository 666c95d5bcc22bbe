import { z } from 'zod';
import { detachedSignature } from '../../infra/documents/detachedSignature';
import { type FeedMark, FeedMarkUnknown, readFeed } from '../../infra/feed/reading';
import type { FeedQuery } from '../contracts/feed';
import { type Answer, answer } from '../http/answer';
import { encodedCursor, nextLink, pageOf } from '../http/paging';
import { Problem } from '../http/problem';
import type { Services } from '../services';

export const BATCH_TYPE = 'application/cloudevents-batch+json';
const SIGNATURE_TYPE = 'ow-feed';

const mark = z.tuple([z.string().regex(/^\d{1,18}$/), z.string().regex(/^[0-9a-f]{16}$/)]);

/** A batch of the feed. Its signature binds it to the place where it stands, so that none is left out unseen. */
export async function feedBatch(
  { ground, signingKey }: Services,
  query: FeedQuery,
  address: string,
): Promise<Answer<Buffer>> {
  const { limit, after } = pageOf({ limit: query.limit, cursor: query.after }, mark, 'after');
  const from = after && { position: after[0], hash: after[1] };
  const { events, next } = await readFeed(ground.db, from, limit).catch((error: unknown) => {
    throw error instanceof FeedMarkUnknown ? new Problem('feedCursorUnknown') : error;
  });
  const body = Buffer.from(JSON.stringify(events));
  const cursor = next && cursorOf(next);
  const header = { typ: SIGNATURE_TYPE, after: query.after ?? null, next: cursor };
  return answer(body, {
    'content-type': BATCH_TYPE,
    'x-jws-signature': await detachedSignature(body, header, signingKey),
    ...(cursor !== null && { link: nextLink(address, cursor, 'after') }),
  });
}

function cursorOf({ position, hash }: FeedMark): string {
  return encodedCursor([position, hash]);
}
