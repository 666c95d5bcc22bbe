import createClient, { type Middleware } from 'openapi-fetch';
import { locale } from '../language';
import { csrfToken, sessionEnded } from '../session';
import { isUnattended } from './attendance';
import { Failure, failureOf, unanswered } from './failure';
import type { Paths } from './wire';

const safe: readonly string[] = ['GET', 'HEAD'];

/** Every request says its language, one that changes something the session's token, and one that nobody made that. */
const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', locale.value);
    const token = csrfToken();
    if (token !== null && !safe.includes(request.method)) request.headers.set('x-csrf-token', token);
    if (isUnattended()) request.headers.set('x-unattended', 'yes');
    return request;
  },
  onError() {
    return unanswered();
  },
};

/** The API, typed by its own description. */
export const api = createClient<Paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(headers);

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a call answered. @throws Failure */
export async function answered<T>(call: Promise<Answered<T>>): Promise<T> {
  return (await answeredWhole(call)).data;
}

/** The same with its headers. @throws Failure */
export async function answeredWhole<T>(
  call: Promise<Answered<T>>,
): Promise<{ readonly data: T; readonly etag: string }> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) {
    const failure = failureOf(response.status, error);
    if (failure.kind === 'signedOut') sessionEnded();
    throw failure;
  }
  return { data, etag: response.headers.get('etag') ?? '' };
}

export { Failure };
