/** Ids and names shared with clients; free of the workflow runtime, so that any process may read them. */
import { kindOfNumber } from '../domain/supervision';
import type { CaseKind } from '../domain/vocabulary';

/** The task queue of cases. */
export const TASK_QUEUE = 'onewindow';

/** The types by which the workflows of cases are started: by what a case is about. */
export const CASE_TYPES = [
  'licensing',
  'supervision',
  'evaluation',
  'construction',
  'support',
] as const satisfies readonly CaseKind[];

/** Of all of them, as a condition of a visibility query. */
export const OF_CASES = `WorkflowType IN (${CASE_TYPES.map((type) => `'${type}'`).join(', ')})`;

/** The type, the schedule and the id of the nightly comparison. */
export const RECONCILIATION = 'reconciliation';

/** The type, the schedule and the id of what sends digests of warnings every day. */
export const DIGESTS = 'digests';

/** The type, the schedule and the id of what tells every day who answers for supervision of what is new. */
export const DUTY_MAILS = 'dutyMails';

/** The signal that wakes a case's workflow. */
export const RECORDED = 'recorded';

export interface CaseInput {
  readonly caseId: string;
}

/** A wake-up: the record has events up to this number. */
export interface Recorded {
  readonly upTo: number;
}

/** The workflow of a case: one id for its whole life, whatever restarts it. */
export function workflowIdOf(caseId: string): string {
  return `${kindOfNumber(caseId)}:${caseId}`;
}

/** The number of the case that a workflow conducts, from the workflow's id. */
export function caseIdOf(workflowId: string): string {
  return workflowId.slice(workflowId.indexOf(':') + 1);
}
