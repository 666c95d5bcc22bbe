import { Client, Connection } from '@temporalio/client';
import { type ServerSettings, temporalConnection } from '../settings';
import { percentile } from './statistics';

/** How long and how large the history of a case's workflow is: the middle one of all that completed. */
export interface HistorySize {
  readonly cases: number;
  readonly events: number;
  readonly bytes: number;
}

/** @throws RangeError where no workflow has completed */
export async function historySizeOf(settings: ServerSettings): Promise<HistorySize> {
  const connection = await Connection.connect(temporalConnection(settings).connectionOptions);
  try {
    const { workflow } = new Client({ connection, namespace: settings.temporalNamespace });
    const events: number[] = [];
    const bytes: number[] = [];
    for await (const { workflowId, status } of workflow.list()) {
      if (status.name !== 'COMPLETED') continue;
      const described = await workflow.getHandle(workflowId).describe();
      events.push(described.historyLength);
      bytes.push(described.historySize ?? 0);
    }
    return { cases: events.length, events: percentile(events, 0.5), bytes: percentile(bytes, 0.5) };
  } finally {
    await connection.close();
  }
}
