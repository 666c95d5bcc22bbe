import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import type { CaseFile } from '../../domain/caseFile';
import { noticeOf } from '../../domain/notice';
import { workflowIdOf } from '../../workflows/names';
import type { Tx } from '../db/connect';
import { worklistRow } from '../record/entry';
import { eventsAfter } from '../record/events';
import type { Ground } from '../record/ground';
import { oweNotices } from '../record/notices';
import { refold } from '../record/refold';
import { type Difference, type DifferenceKind, differenceKinds } from './difference';

/** What mending needs: the tables as their owner, and the engine. */
export interface Mending {
  readonly ground: Ground;
  readonly client: Client;
}

/** Mends a difference. What wakes a workflow goes by the outbox. @returns whether there was a way to */
export async function mend({ ground, client }: Mending, difference: Difference): Promise<boolean> {
  const { kind, caseId } = difference;
  if (differenceKinds[kind].mend === null) return false;
  if (kind === 'stateDiffers') await refold(ground.db, caseId);
  else if (kind === 'workflowStray')
    await client.workflow.getHandle(workflowIdOf(caseId)).terminate('the record does not hold this case');
  else await ground.db.transaction().execute((tx) => mendKept(tx, ground, caseId, kind));
  return true;
}

/** A running workflow is not told of a notice that is owed late. */
const anew: readonly DifferenceKind[] = ['workflowMissing', 'noticeMissing', 'mailLate'];

async function mendKept(tx: Tx, ground: Ground, caseId: string, kind: DifferenceKind): Promise<void> {
  const { state, seq } = await lock(tx, caseId);
  if (kind === 'worklistDiffers') return writeWorklist(tx, state);
  if (kind === 'noticeMissing') await owe(tx, ground, state);
  if (kind === 'mailLate') await queueAgain(tx, caseId);
  await wake(tx, caseId, seq, anew.includes(kind) ? 'anew' : 'onwards');
}

async function lock(tx: Tx, caseId: string) {
  return tx
    .selectFrom('case_file')
    .select(['state', 'seq'])
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function writeWorklist(tx: Tx, state: CaseFile): Promise<void> {
  await tx.deleteFrom('work_item').where('case_id', '=', state.caseId).execute();
  const rows = Object.values(state.items).map((item) => worklistRow(state, item));
  if (rows.length > 0) await tx.insertInto('work_item').values(rows).execute();
}

async function owe(tx: Tx, ground: Ground, state: CaseFile): Promise<void> {
  const { caseId } = state;
  const written = await tx.selectFrom('notice').select('seq').where('case_id', '=', caseId).execute();
  const events = await eventsAfter(tx, caseId, 0);
  const missing = events.filter(
    (event) => noticeOf(event) !== null && !written.some(({ seq }) => seq === event.seq),
  );
  await oweNotices(tx, ground, state, missing);
}

async function queueAgain(tx: Tx, caseId: string): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ status: 'queued', leased_until: null })
    .where('case_id', '=', caseId)
    .where('status', '=', 'sending')
    .where('leased_until', '<', sql<Date>`now()`)
    .execute();
}

/** A workflow that begins anew reads the record from its first event, and sends what is owed. */
async function wake(tx: Tx, caseId: string, seq: number, how: 'onwards' | 'anew'): Promise<void> {
  const row = { up_to: seq, delivered: 0, next_at: sql<Date>`now()`, restart: how === 'anew' };
  await tx
    .insertInto('wake_up')
    .values({ case_id: caseId, ...row })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row))
    .execute();
}
