import { z } from 'zod';
import type * as domain from '../../domain/label';

/** The description of a field or shape on the wire: Chinese first, English second. */
export function says(zh: string, en: string): { readonly description: string } {
  return { description: `${zh} · ${en}` };
}

/** One value of a closed vocabulary, as its labels list them. */
export function oneOf<V extends string>(labels: domain.Labels<V>) {
  return z.enum(Object.keys(labels) as V[]);
}

export const Label = z
  .strictObject({
    zh: z.string().meta(says('中文', 'Chinese')),
    en: z.string().meta(says('英文', 'English')),
  })
  .meta({
    id: 'Label',
    ...says('中英文名称', 'A text in Chinese and English'),
  }) satisfies z.ZodType<domain.Label>;
export type Label = z.infer<typeof Label>;
