import { defineQuery, defineSignal } from '@temporalio/workflow';
import { RECORDED, type Recorded } from './names';

export const recorded = defineSignal<[Recorded]>(RECORDED);

/** Where the conductor stands, for administrators. */
export interface Standing {
  readonly caseId: string;
  readonly readUpTo: number;
  readonly stage: string | null;
  readonly waitingFor: readonly string[];
  readonly nextDueAt: string | null;
}

export const standing = defineQuery<Standing>('standing');
