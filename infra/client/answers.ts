import type { AllowedAct } from '../../domain/refusal';

/** What the API answered, once it had an answer for good. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** To be sent back as `If-Match`, as it is. */
  readonly etag: string | null;
  /** The API had answered this key before, and says the same again. */
  readonly replayed: boolean;
  /** How often it was asked. */
  readonly attempts: number;
}

/** What `application/problem+json` says (RFC 9457), as far as clients act on it. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly allowed: readonly AllowedAct[];
}

/** The API said no, for good: repeating the request would change nothing. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
  constructor(
    readonly request: string,
    readonly status: number,
    readonly problem: Problem,
    readonly attempts: number,
  ) {
    super(
      `${request} → ${status} ${problem.code}: ${[problem.title, problem.detail].filter(Boolean).join(' ')}`,
    );
  }
}

/** Nobody gave a final answer in the time allowed; whether the request took effect is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly request: string,
    readonly lastFault: string,
    readonly attempts: number,
  ) {
    super(`${request}: 多次重试后仍无应答 no answer after ${attempts} attempts; last: ${lastFault}`);
  }
}

/** Reads a problem from whatever body came with an error status. */
export function problemOf(body: unknown, status: number): Problem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    code: text('code') || `http${status}`,
    title: text('title'),
    detail: text('detail') || (typeof body === 'string' ? body.slice(0, 200) : ''),
    allowed: Array.isArray(fields.allowed) ? (fields.allowed as AllowedAct[]) : [],
  };
}
