import type { WorkflowClient } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { dateInShanghai } from '../../domain/civilDate';
import { workflowIdOf } from '../../workflows/names';

const { History } = temporal.api.history.v1;

type RunHistory = temporal.api.history.v1.IHistory;

/** How much of the engine's storage one run of a workflow takes. */
export interface HistorySize {
  readonly caseId: string;
  /** The day on which the run began. */
  readonly from: string;
  readonly events: number;
  readonly bytes: number;
}

/** The sizes of a case's histories, the first run's first. */
export async function historySizes(client: WorkflowClient, caseId: string): Promise<HistorySize[]> {
  return (await historiesOf(client, caseId)).map((history) => {
    const seconds = Number(history.events?.[0]?.eventTime?.seconds ?? 0);
    return {
      caseId,
      from: dateInShanghai(new Date(seconds * 1_000)),
      events: history.events?.length ?? 0,
      bytes: History.encode(history).finish().length,
    };
  });
}

/** The histories of all runs of a case's workflow, each continued as the next. */
export async function historiesOf(client: WorkflowClient, caseId: string): Promise<RunHistory[]> {
  const workflowId = workflowIdOf(caseId);
  const histories: RunHistory[] = [];
  let { runId } = await client.getHandle(workflowId).describe();
  while (runId) {
    const history = await client.getHandle(workflowId, runId).fetchHistory();
    histories.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
  return histories;
}
