import { defineQuery, defineSignal } from '@temporalio/workflow';

/** The task queue of cases. */
export const TASK_QUEUE = 'onewindow';

/** The name by which the licensing workflow is started. */
export const LICENSING = 'licensing';

export interface LicensingInput {
  readonly caseId: string;
}

/** The workflow of a case: one id for its whole life, whatever restarts it. */
export function workflowIdOf(caseId: string): string {
  return `licensing:${caseId}`;
}

/** A wake-up: the record has events up to this number. */
export interface Recorded {
  readonly upTo: number;
}

export const recorded = defineSignal<[Recorded]>('recorded');

/** Where the conductor stands, for administrators. */
export interface Standing {
  readonly caseId: string;
  readonly readUpTo: number;
  readonly stage: string | null;
  readonly waitingFor: readonly string[];
  readonly nextDueAt: string | null;
}

export const standing = defineQuery<Standing>('standing');
