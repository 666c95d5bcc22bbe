import type { CaseEvent } from '../../domain/event';

export class CaseNotFound extends Error {
  override readonly name = 'CaseNotFound';
  constructor(readonly caseId: string) {
    super(`There is no case ${caseId}`);
  }
}

/** Somebody changed what the caller saw; `meanwhile` is what happened since. */
export class VersionMismatch extends Error {
  override readonly name = 'VersionMismatch';
  constructor(
    readonly current: number,
    readonly meanwhile: readonly CaseEvent[],
  ) {
    super(`The version is ${current} by now`);
  }
}
