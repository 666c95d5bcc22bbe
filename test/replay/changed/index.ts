import { sleep } from '@temporalio/workflow';
import { licensing as unchanged } from '../../../workflows/cases';
import type { CaseInput } from '../../../workflows/names';

/** The licensing workflow as a careless change would leave it: one more timer, and no `patched()`. */
export async function licensing(input: CaseInput): Promise<string | null> {
  await sleep('1 minute');
  return unchanged(input);
}
