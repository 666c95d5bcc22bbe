/** Ids and names shared with clients; free of the workflow runtime, so that any process may read them. */

/** The task queue of cases. */
export const TASK_QUEUE = 'onewindow';

/** The type by which the licensing workflow is started. */
export const LICENSING = 'licensing';

/** The type, the schedule and the id of the nightly comparison. */
export const RECONCILIATION = 'reconciliation';

/** The type, the schedule and the id of what sends digests of warnings every day. */
export const DIGESTS = 'digests';

/** The signal that wakes a case's workflow. */
export const RECORDED = 'recorded';

export interface LicensingInput {
  readonly caseId: string;
}

/** A wake-up: the record has events up to this number. */
export interface Recorded {
  readonly upTo: number;
}

/** The workflow of a case: one id for its whole life, whatever restarts it. */
export function workflowIdOf(caseId: string): string {
  return `licensing:${caseId}`;
}
