import type { Request } from 'express';
import type { Tx } from '../../infra/db/connect';
import type { Services } from '../services';
import type { Caller } from '../identity/caller';
import type { Answer } from './answer';
import { answerGiven, idempotencyKeyOf, keepAnswer, type KnownRequest, requestHash } from './idempotency';
import { waitOf } from './prefer';

interface Change<I, T> {
  readonly method: 'post' | 'put' | 'delete';
  readonly changes: (tx: Tx, input: I) => Promise<Answer<T>>;
  readonly waits?: (answer: Answer<T>, input: I, seconds: number) => Promise<Answer<T>>;
}

/**
 * Makes a change in one transaction. A POST is made once for its Idempotency-Key: the answer is kept with the
 * change, and a repetition gets it again, before anything else is looked at.
 */
export async function changeOnce<T, I extends { readonly req: Request; readonly caller: Caller | null }>(
  services: Services,
  change: Change<I, T>,
  input: I,
): Promise<Answer<T>> {
  const { req } = input;
  const { db, clock } = services.ground;
  const request = change.method === 'post' ? knownRequest(req, input.caller) : null;
  const answer = await db.transaction().execute(async (tx) => {
    if (!request) return change.changes(tx, input);
    const given = await answerGiven(tx, request);
    if (given) return replayed(given as Answer<T>);
    const fresh = await change.changes(tx, input);
    await keepAnswer(tx, request, fresh, await clock.now());
    return fresh;
  });
  return afterWaiting(change, answer, input);
}

/** The answer, or a later one where the caller prefers to wait for what comes of the change. */
export async function afterWaiting<T, I extends { readonly req: Request }>(
  change: Change<I, T>,
  answer: Answer<T>,
  input: I,
): Promise<Answer<T>> {
  const seconds = waitOf(input.req.get('prefer'));
  if (seconds === null || !change.waits) return answer;
  const later = await change.waits(answer, input, seconds);
  return { ...later, headers: { ...later.headers, 'preference-applied': `wait=${seconds}` } };
}

function knownRequest(req: Request, caller: Caller | null): KnownRequest {
  return {
    sub: caller?.actor.sub ?? '',
    key: idempotencyKeyOf(req.get('idempotency-key')),
    hash: requestHash(req.method, req.originalUrl, req.body),
  };
}

function replayed<T>(given: Answer<T>): Answer<T> {
  return { ...given, headers: { ...given.headers, 'idempotency-replayed': 'true' } };
}
