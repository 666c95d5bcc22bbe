import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import type { Db, Tx } from '../../infra/db/connect';
import type { Answer } from './answer';
import { Problem } from './problem';

/** A request that changes something, as it is known again when it is repeated. */
export interface KnownRequest {
  readonly sub: string;
  readonly key: string;
  /** Of method, address and body: the same key with another hash is another request. */
  readonly hash: string;
}

/** The value of Idempotency-Key. @throws Problem where it is missing or unusable */
export function idempotencyKeyOf(header: string | undefined): string {
  if (header === undefined || header.trim() === '') throw new Problem('idempotencyKeyMissing');
  const key = header.trim();
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem('malformedRequest', {
    errors: [
      {
        pointer: '/headers/idempotency-key',
        code: 'malformedKey',
        message: {
          zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符',
          en: 'Idempotency-Key has 1 to 200 visible ASCII characters',
        },
      },
    ],
  });
}

export function requestHash(method: string, path: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${path}\n${canonicalize(body) ?? ''}`)
    .digest('hex');
}

/**
 * The answer that was given to this request before, or null for a new one, which holds the key until the
 * transaction ends. First statement of the transaction.
 * @throws Problem where the same request is in flight, or the key belongs to another
 */
export async function answerGiven(tx: Tx, request: KnownRequest): Promise<Answer<unknown> | null> {
  const { sub, key, hash } = request;
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${sub} ${key}`}, 0)) as free`.execute(tx);
  if (!rows[0]?.free) throw new Problem('requestInFlight', { headers: { 'retry-after': '1' } });
  const given = await tx
    .selectFrom('idempotency_key')
    .select(['request_hash', 'status', 'headers', 'body'])
    .where('sub', '=', sub)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!given) return null;
  if (given.request_hash !== hash) throw new Problem('keyReused');
  return { status: given.status, headers: given.headers, body: given.body };
}

/** Whether an answer was given under this key: then the same answer is due again, whatever has changed since. */
export async function isKeyUsed(db: Db, sub: string, key: string): Promise<boolean> {
  const given = await db
    .selectFrom('idempotency_key')
    .select('status')
    .where('sub', '=', sub)
    .where('key', '=', key)
    .executeTakeFirst();
  return given !== undefined;
}

/** Keeps the answer for a repetition, in the transaction of what it answers. */
export async function keepAnswer(
  tx: Tx,
  request: KnownRequest,
  answer: Answer<unknown>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('idempotency_key')
    .values({
      sub: request.sub,
      key: request.key,
      request_hash: request.hash,
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: JSON.stringify(answer.body),
      at,
    })
    .execute();
}
