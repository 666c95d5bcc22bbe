import type { Label } from '../../domain/label';
import { Refusal, refusals } from '../../domain/refusal';
import { DocumentNotFound } from '../../infra/documents/store';
import { CaseNotFound } from '../../infra/record/errors';
import { StorageUnavailable } from '../../infra/storage/storage';
import { IdentityUnavailable } from '../identity/provider';
import { isDatabaseDown } from './databaseFault';
import { Problem } from './problem';
import type { ProblemCode } from './problemKinds';

const RETRY_AFTER = { 'retry-after': '2' };

/** Whatever was thrown, as the problem that the caller is told. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return refused(error);
  if (error instanceof CaseNotFound) return new Problem('caseNotFound');
  if (error instanceof DocumentNotFound) return new Problem('documentNotFound');
  if (error instanceof IdentityUnavailable)
    return new Problem('identityUnavailable', { headers: RETRY_AFTER });
  if (error instanceof StorageUnavailable) return new Problem('storageUnavailable', { headers: RETRY_AFTER });
  if (isDatabaseDown(error)) return new Problem('databaseUnavailable', { headers: RETRY_AFTER });
  return ofHttpError(error) ?? new Problem('internalError');
}

/** A refusal's pointer is into the act's body, which is the request's. */
export function refused(refusal: Refusal): Problem {
  const { pointer, expected, missing } = refusal.details;
  if (pointer === undefined) return new Problem(refusal.code);
  const message: Label = refusals[refusal.code];
  const errors = missing?.map(({ id, name: { zh, en } }) => ({
    message: { zh: `${message.zh}：${zh}`, en: `${message.en}: ${en}` },
    expected: [id],
  })) ?? [{ message, expected }];
  return new Problem(refusal.code, {
    errors: errors.map((fault) => ({ pointer, code: refusal.code, ...fault })),
  });
}

/** The types by which body-parser names its errors. */
const bodyErrors: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'malformedJson',
  'entity.too.large': 'bodyTooLarge',
  'encoding.unsupported': 'wrongContentType',
  'charset.unsupported': 'wrongContentType',
};

function ofHttpError(error: unknown): Problem | null {
  if (error instanceof URIError) return new Problem('routeNotFound');
  if (!(error instanceof Error)) return null;
  const { type, status } = error as { type?: string; status?: number };
  if (type !== undefined && bodyErrors[type]) return new Problem(bodyErrors[type]);
  return status !== undefined && status >= 400 && status < 500 ? new Problem('malformedRequest') : null;
}
