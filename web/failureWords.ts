import type { Failure } from './client/failure';
import { i18n } from './language';

/** Said to a program, which would send otherwise: no person can do anything about them. */
const forPrograms: readonly string[] = [
  'malformedRequest',
  'malformedJson',
  'idempotencyKeyMissing',
  'keyReused',
  'ifMatchMissing',
  'tokenInvalid',
  'csrfTokenInvalid',
  'methodNotAllowed',
  'wrongContentType',
  'bodyTooLarge',
  'formExpected',
  'internalError',
];

/** A failure as a person is told of it. */
export interface FailureWords {
  readonly title: string;
  /** What there is to say of this one; empty where the title says it all. */
  readonly happened: string;
  /** What to do now. */
  readonly advice: string;
}

/**
 * The words for a failure: what the API says of what happened, where it is for a person, and the portal's own on what
 * to do, since the API's are for who writes programs.
 */
export function wordsOf({ kind, problem }: Failure): FailureWords {
  const { t } = i18n.global;
  const isForPerson = problem !== null && kind !== 'signedOut' && !forPrograms.includes(problem.code);
  return {
    title: isForPerson ? problem.title : t(`state.${kind}`),
    happened: isForPerson ? (problem.happened ?? '') : '',
    advice: t(`state.${kind}Help`),
  };
}
