import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { caseIdOf, OF_CASES, workflowIdOf } from '../../workflows/names';
import type { Run } from './compare';

const PROBLEMS = defineSearchAttributeKey('TemporalReportedProblems', 'KEYWORD_LIST');
const PATIENCE_MS = 5_000;

/** The workflow of a case as Temporal shows it now; null where there is none. */
export type RunOf = (caseId: string) => Promise<Run | null>;

export function runsOf(client: Client): RunOf {
  return async (caseId) => {
    const handle = client.workflow.getHandle(workflowIdOf(caseId));
    const described = await handle.describe().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'WorkflowNotFoundError') return null;
      throw error;
    });
    if (described === null) return null;
    const isRunning = described.status.name === 'RUNNING';
    const problems = described.typedSearchAttributes.get(PROBLEMS) ?? [];
    const asked = isRunning && problems.length === 0;
    return { isRunning, problems, readUpTo: asked ? await readUpTo(client, caseId) : null };
  };
}

function readUpTo(client: Client, caseId: string): Promise<number | null> {
  return client
    .withDeadline(Date.now() + PATIENCE_MS, () =>
      client.workflow.getHandle(workflowIdOf(caseId)).query<{ readonly readUpTo: number }>('standing'),
    )
    .then(
      ({ readUpTo: read }) => read,
      () => null,
    );
}

/** The cases that running workflows say they conduct. */
export async function* conductedCases(client: Client): AsyncGenerator<string> {
  const query = `${OF_CASES} AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query })) yield caseIdOf(workflowId);
}
