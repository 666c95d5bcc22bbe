import { type z } from 'zod';
import { type Answer, answer } from './answer';
import { Problem } from './problem';

/** Where a page ended: the values of its last row in the list's order. Opaque on the wire. */
export type Position = readonly string[];

export interface PageRequest<P extends Position> {
  readonly limit: number;
  /** The rows after this position; null for the first page. */
  readonly after: P | null;
}

/** Reads the cursor of a list whose position is `position`. @throws Problem for a cursor of another list */
export function pageOf<P extends Position>(
  query: { readonly limit: number; readonly cursor?: string | undefined },
  position: z.ZodType<P>,
  name: 'cursor' | 'after' = 'cursor',
): PageRequest<P> {
  const { limit, cursor } = query;
  if (cursor === undefined) return { limit, after: null };
  const read = position.safeParse(decoded(cursor));
  if (read.success) return { limit, after: read.data };
  const message = { zh: `不是本列表给出的 ${name}`, en: 'is no cursor of this list' };
  throw new Problem('malformedRequest', {
    errors: [{ pointer: `/query/${name}`, code: 'malformedCursor', message }],
  });
}

/**
 * Rows read with `limit + 1`, as a page with its cursor: one row more says that there is a next page.
 * A row that is no entry after all (null) is left out, so a page may be shorter than asked for.
 */
export function pageAnswer<R, E>(
  rows: readonly R[],
  limit: number,
  positionOf: (row: R) => Position,
  entryOf: (row: R) => E | null,
  address: string,
): Answer<{ readonly entries: readonly E[]; readonly next: string | null }> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodedCursor(positionOf(last)) : null;
  return answer(
    { entries: shown.map(entryOf).filter((entry) => entry !== null), next },
    next === null ? {} : { link: nextLink(address, next) },
  );
}

/** Where the page after an address is. */
export function nextLink(address: string, cursor: string, name: 'cursor' | 'after' = 'cursor'): string {
  const url = new URL(address, 'http://relative');
  url.searchParams.set(name, cursor);
  return `<${url.pathname}${url.search}>; rel="next"`;
}

export function encodedCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
