import { z } from 'zod';
import { says } from './label';
import { listOf } from './text';

/** The query of every list: how many, and where the page before ended. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .default('20')
    .transform(Number)
    .meta(says('每页条数，1 至 100，默认 20', 'How many, 1 to 100; 20 if not said')),
  cursor: z
    .string()
    .max(400)
    .regex(/^[\w-]+$/)
    .optional()
    .meta(says('上一页给出的 next', 'What the page before gave as next')),
};

/** One page of a list; the header `Link: rel="next"` says the same. */
export function pageOf<T extends z.ZodType>(id: string, entry: T) {
  return z
    .strictObject({
      entries: listOf(entry).meta(says('本页各项', 'The entries of this page')),
      next: z
        .string()
        .nullable()
        .meta(says('下一页的 cursor；没有则为 null', 'The cursor of the next page, or null')),
    })
    .meta({ id, ...says('一页', 'One page') });
}
