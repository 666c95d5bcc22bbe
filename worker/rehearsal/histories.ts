import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { dateInShanghai } from '../../domain/civilDate';
import { workflowIdOf } from '../../workflows/names';

const { History } = temporal.api.history.v1;

/** How much of the engine's storage one run of a workflow takes. */
export interface HistorySize {
  readonly caseId: string;
  /** The day on which the run began. */
  readonly from: string;
  readonly events: number;
  readonly bytes: number;
}

/** The runs of a case's workflow, the first one first. */
export async function historySizes(client: Client, caseId: string): Promise<HistorySize[]> {
  const workflowId = workflowIdOf(caseId);
  const sizes: HistorySize[] = [];
  let { runId } = await client.workflow.getHandle(workflowId).describe();
  while (runId) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const events = history.events ?? [];
    const seconds = Number(events[0]?.eventTime?.seconds ?? 0);
    sizes.unshift({
      caseId,
      from: dateInShanghai(new Date(seconds * 1_000)),
      events: events.length,
      bytes: History.encode(history).finish().length,
    });
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
  return sizes;
}
