import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { LicensingInput } from './names';
import { Conductor } from './conductor';
import { stages } from './stages';

/**
 * One application, from submission to certificate. A start, a restart, a restore and a continued run are one
 * path: read the record, fold it, go on with what is open; end at once if the case is closed.
 */
export async function licensing({ caseId }: LicensingInput): Promise<string | null> {
  const the = new Conductor(caseId);
  await the.take();
  while (!the.isOver && !the.isLong) {
    const { stage } = the;
    await (stage === null ? the.rest() : the.pass(stages[stage]));
  }
  await the.finish();
  await condition(allHandlersFinished);
  if (!the.isOver) await continueAsNew<typeof licensing>({ caseId });
  return the.outcome;
}
