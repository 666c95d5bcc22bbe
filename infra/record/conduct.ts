import { systemActor } from '../../domain/actor';
import { openingOf } from '../../domain/opening';
import { standsAt } from '../../domain/process';
import type { Stage, Step } from '../../domain/vocabulary';
import type { Tx } from '../db/connect';
import { Entry } from './entry';
import type { Ground } from './ground';

/**
 * `opened`: the steps are open now; `alreadyOpen`: nothing was due;
 * `stale`: a later act changed the stage or the round, so the workflow must fold again.
 */
export type Opening = 'opened' | 'alreadyOpen' | 'stale';

export interface OpenStageRequest {
  readonly caseId: string;
  readonly stage: Stage;
  readonly round: number;
  readonly steps: readonly Step[];
}

/** The conductor's side of the door: opens what is due in a stage, in the caller's transaction. */
export async function openStage(tx: Tx, ground: Ground, request: OpenStageRequest): Promise<Opening> {
  const entry = await Entry.open(tx, ground, request.caseId);
  const opening = await openDue(entry, request);
  await entry.write('byWorkflow');
  return opening;
}

async function openDue(entry: Entry, request: OpenStageRequest): Promise<Opening> {
  const { file } = entry;
  if (file.round !== request.round || standsAt(file) !== request.stage) return 'stale';
  const body = openingOf(file, request.stage, request.steps, await entry.moment());
  if (!body) return 'alreadyOpen';
  entry.append(systemActor, body);
  // A step may open past its limit, which is counted from an earlier day.
  await entry.settle();
  return 'opened';
}

/**
 * Records every silence whose time has passed by now, and what follows from it: a procedure whose time is over lets
 * the clock go on that it stopped. Nothing where none has.
 */
export async function recordSilences(tx: Tx, ground: Ground, caseId: string): Promise<void> {
  const entry = await Entry.open(tx, ground, caseId);
  await entry.write('byWorkflow');
}

/** Re-computes the open deadlines of a case by the calendar in force. @returns how many moved */
export async function recomputeDeadlines(tx: Tx, ground: Ground, caseId: string): Promise<number> {
  const entry = await Entry.open(tx, ground, caseId);
  await entry.write('wakeWorkflow');
  return entry.appended.filter(({ type }) => type === 'deadlineMoved').length;
}
