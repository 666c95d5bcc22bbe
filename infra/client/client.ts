import { setMaxListeners } from 'node:events';
import { NoSuchAccount } from '../identity/signInErrors';
import { type Answer, ApiRefused, NoAnswer, problemOf } from './answers';
import { backoffMs, pause, retryAfterMs } from './backoff';
import { timeLimit } from './timeLimit';
import type { Tokens } from './tokens';

export interface ClientOptions {
  /** Where the API answers, `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  readonly tokens: Tokens;
  /** How long a request is repeated before it counts as unanswered. */
  readonly patienceMs: number;
  /** How long one attempt may take; longer than any `waitSeconds`. */
  readonly attemptMs: number;
  readonly signal?: AbortSignal;
  /** Told of every attempt that will be followed by another. */
  readonly onRetry?: (request: string, fault: string) => void;
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Who asks; absent for what everybody may read. */
  readonly account?: string;
  readonly body?: unknown;
  /** Sent as `Idempotency-Key`, the same for every attempt. */
  readonly key?: string;
  /** The ETag of what was seen, as it was given. */
  readonly ifMatch?: string | undefined;
  /** Asks the API to answer only once the workflow has moved on, `Prefer: wait=N`. */
  readonly waitSeconds?: number | undefined;
  /** Hangs up on the first attempt so early that its answer may be missed. */
  readonly hangUpAfterMs?: number | undefined;
}

export interface Client {
  /**
   * Sends a request until there is a final answer: the same key each time, so that repeating is harmless.
   * @throws ApiRefused for a final no; NoAnswer when the time is over; NoSuchAccount
   */
  send<T>(request: ApiRequest): Promise<Answer<T>>;
}

type Outcome<T> =
  | { readonly kind: 'answered'; readonly answer: Answer<T> }
  | { readonly kind: 'again'; readonly fault: string; readonly afterMs: number | null };

/** A client of the API that outlasts an API, a database or a network that comes and goes. */
export function createClient(options: ClientOptions): Client {
  // Each request under way listens, and there may be many.
  if (options.signal) setMaxListeners(0, options.signal);
  return {
    async send<T>(request: ApiRequest): Promise<Answer<T>> {
      const end = performance.now() + options.patienceMs;
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await attemptOnce<T>(options, request, attempt);
        if (outcome.kind === 'answered') return outcome.answer;
        if (performance.now() >= end) throw new NoAnswer(nameOf(request), outcome.fault, attempt);
        options.onRetry?.(nameOf(request), outcome.fault);
        await pause(outcome.afterMs ?? backoffMs(attempt), end, options.signal);
      }
    },
  };
}

async function attemptOnce<T>(
  options: ClientOptions,
  request: ApiRequest,
  attempt: number,
): Promise<Outcome<T>> {
  const { tokens, signal } = options;
  const attemptMs = (attempt === 1 ? request.hangUpAfterMs : undefined) ?? options.attemptMs;
  const limit = timeLimit(attemptMs, signal);
  let response: Response;
  let text: string;
  try {
    const token = request.account === undefined ? null : await tokens.of(request.account);
    response = await fetch(new URL(request.path, options.baseUrl), {
      method: request.method,
      headers: headersOf(request, token),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: limit.signal,
    });
    text = await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof NoSuchAccount) throw error;
    return {
      kind: 'again',
      fault: limit.signal.aborted ? 'no answer in time' : causeOf(error),
      afterMs: null,
    };
  } finally {
    limit.clear();
  }
  return judge(request, response, parse(text), attempt, tokens);
}

function judge<T>(
  request: ApiRequest,
  response: Response,
  body: unknown,
  attempt: number,
  tokens: Tokens,
): Outcome<T> {
  const { status, headers } = response;
  if (response.ok) {
    return {
      kind: 'answered',
      answer: {
        status,
        body: body as T,
        etag: headers.get('etag'),
        replayed: headers.get('idempotency-replayed') === 'true',
        attempts: attempt,
      },
    };
  }
  const problem = problemOf(body, status);
  const stale = status === 401 && request.account !== undefined && attempt === 1;
  if (stale) tokens.forget(request.account);
  if (stale || isPassing(status, problem.code)) {
    const afterMs = stale ? 0 : retryAfterMs(headers.get('retry-after'));
    return { kind: 'again', fault: `${status} ${problem.code}`, afterMs };
  }
  throw new ApiRefused(nameOf(request), status, problem, attempt);
}

/** Answers that another attempt with the same key may change. */
function isPassing(status: number, code: string): boolean {
  return status >= 500 || status === 429 || (status === 409 && code === 'requestInFlight');
}

function headersOf(request: ApiRequest, token: string | null): Record<string, string> {
  return {
    accept: 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(request.key === undefined ? {} : { 'idempotency-key': request.key }),
    ...(request.ifMatch === undefined ? {} : { 'if-match': request.ifMatch }),
    ...(request.waitSeconds === undefined ? {} : { prefer: `wait=${request.waitSeconds}` }),
  };
}

function nameOf({ method, path, account }: ApiRequest): string {
  return `${method} ${path}${account === undefined ? '' : ` (${account})`}`;
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
