import { json, type Request, type Response } from 'express';
import type { z } from 'zod';
import { faultsOf } from './fieldRules';
import { Problem } from './problem';
import { through } from './through';

const parseJson = json({ limit: '256kb', type: ['application/json', 'application/*+json'] });

/** The path's parameters. One that no such thing can have is an address that does not exist. */
export function paramsOf(schema: z.ZodType | undefined, req: Request): unknown {
  if (!schema) return undefined;
  const read = schema.safeParse(req.params);
  if (!read.success) throw new Problem('routeNotFound');
  return read.data;
}

export function queryOf(schema: z.ZodType | undefined, given: Request['query']): unknown {
  if (!schema) return undefined;
  const query = { ...given };
  const read = schema.safeParse(query);
  if (!read.success) throw new Problem('malformedRequest', { errors: faultsOf(read.error, query, '/query') });
  return read.data;
}

/** The body, parsed only once the caller is known. A route that takes none does not look at it. */
export async function bodyOf(schema: z.ZodType | undefined, req: Request, res: Response): Promise<unknown> {
  if (!schema) return undefined;
  // `false` is a body of another type. Where there is none at all, the schema judges that.
  const isEmpty = req.get('content-length') === '0';
  if (!isEmpty && req.is(['application/json', 'application/*+json']) === false) {
    throw new Problem('wrongContentType', { headers: { accept: 'application/json' } });
  }
  await through(parseJson, req, res);
  return contentOf(schema, req.body);
}

/** What a body says, held against its schema. @throws Problem with a pointer for each field at fault */
export function contentOf(schema: z.ZodType | undefined, body: unknown): unknown {
  if (!schema) return undefined;
  const read = schema.safeParse(body);
  if (!read.success) throw new Problem('invalidContent', { errors: faultsOf(read.error, body) });
  return read.data;
}
