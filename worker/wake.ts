import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Db } from '../infra/db/connect';
import type { WakeWorkflow } from '../infra/record/relay';
import { kindOfNumber } from '../domain/supervision';
import { type CaseInput, RECORDED, TASK_QUEUE, workflowIdOf } from '../workflows/names';

const DEADLINE_MS = 10_000;

/**
 * Signals a case's workflow, starting it where it does not run: one idempotent call, durable once it returns.
 * A workflow that has completed counts as told where the record holds the case closed; anything else is an error
 * that stays on the outbox for all to see.
 */
export function createWake(client: Client, db: Db): WakeWorkflow {
  return (caseId, upTo, how) =>
    client.withDeadline(Date.now() + DEADLINE_MS, async () => {
      const input: CaseInput = { caseId };
      if (how === 'anew') await end(client, caseId);
      try {
        await client.workflow.signalWithStart(kindOfNumber(caseId), {
          workflowId: workflowIdOf(caseId),
          taskQueue: TASK_QUEUE,
          args: [input],
          signal: RECORDED,
          signalArgs: [{ upTo }],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: how === 'anew' ? 'ALLOW_DUPLICATE' : 'ALLOW_DUPLICATE_FAILED_ONLY',
          staticSummary: `办件 case ${caseId}`,
        });
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError && (await isClosed(db, caseId))) return;
        throw error;
      }
    });
}

/** Ends the run that there is; none may run, or it may have ended by itself. */
async function end(client: Client, caseId: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIdOf(caseId)).terminate('restarted from the record');
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

async function isClosed(db: Db, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('case_file')
    .select('outcome')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row !== undefined && row.outcome !== null;
}
