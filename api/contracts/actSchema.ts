import { z } from 'zod';
import { type Act, acts } from '../../domain/act';
import { says } from './label';
import { prose } from './text';

export const reason = prose(2_000).meta(says('理由', 'The reason'));

/** The schema of an act by its name and what it says besides. */
export function act<A extends Act, S extends z.ZodRawShape>(name: A, shape: S) {
  const { zh, en } = acts[name];
  return z
    .strictObject({ act: z.literal(name).meta(says('操作', 'The act')), ...shape })
    .meta({ id: `${name.charAt(0).toUpperCase()}${name.slice(1)}Act`, ...says(zh, en) });
}
