import type { FieldError, ProblemBody } from './wire';

/** What kept an answer away, in the kinds that a screen shows differently. */
export type FailureKind =
  'signedOut' | 'forbidden' | 'notFound' | 'outdated' | 'invalid' | 'offline' | 'fault';

/** A call that did not succeed: the API's problem, or no answer at all. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** Null where nothing came back. */
    readonly problem: ProblemBody | null,
  ) {
    super(problem?.title ?? kind);
  }

  get fields(): readonly FieldError[] {
    return this.problem?.errors ?? [];
  }
}

/** What a status alone does not tell: a session's token that is over is no lack of permission. */
const kinds: Readonly<Partial<Record<string, FailureKind>>> = {
  accountUnknown: 'forbidden',
  csrfTokenInvalid: 'signedOut',
};

/** The failure that an answer outside 2xx tells of; a gateway may answer in words of its own. */
export function failureOf(status: number, body: unknown): Failure {
  const problem = isProblem(body) ? body : null;
  return new Failure(kinds[problem?.code ?? ''] ?? kindOf(status), problem);
}

/** A connection that was refused or broke off. */
export function unanswered(): Failure {
  return new Failure('offline', null);
}

export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('fault', null);
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 409 || status === 412) return 'outdated';
  if (status === 400 || status === 413 || status === 415 || status === 422) return 'invalid';
  return 'fault';
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
