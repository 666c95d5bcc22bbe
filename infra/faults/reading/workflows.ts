import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { OF_CASES } from '../../../workflows/names';
import type { ConductedCase } from '../evidence';

/** Asked of every workflow: which case it conducts and how far it has read the record. */
const STANDING = 'standing';
const PROBLEMS = defineSearchAttributeKey('TemporalReportedProblems', 'KEYWORD_LIST');
const AT_ONCE = 8;

/** Every workflow that conducts a case, of whatever number: each says itself which case that is. */
export async function readWorkflows(client: Client): Promise<ConductedCase[]> {
  const found: { readonly workflowId: string; readonly runId: string }[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: OF_CASES }))
    found.push({ workflowId, runId });
  const conducted: ConductedCase[] = [];
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const batch = found.slice(from, from + AT_ONCE);
    conducted.push(
      ...(await Promise.all(batch.map(({ workflowId, runId }) => read(client, workflowId, runId)))),
    );
  }
  return conducted.filter(({ status }) => status !== 'CONTINUED_AS_NEW');
}

async function read(client: Client, workflowId: string, runId: string): Promise<ConductedCase> {
  const handle = client.workflow.getHandle(workflowId, runId);
  const { status, typedSearchAttributes } = await handle.describe();
  const problems = typedSearchAttributes.get(PROBLEMS) ?? [];
  const standing = await handle.query<NonNullable<ConductedCase['standing']>>(STANDING).catch(() => null);
  return { workflowId, status: status.name, problems, standing };
}
