import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { CaseInput } from './names';
import { Conductor } from './conductor';
import { stages } from './stages';

/** One application, from submission to certificate (申报、受理、审批、登记、备案、发证). */
export async function licensing(input: CaseInput): Promise<string | null> {
  return conduct(input);
}

/** One institution, from its certificate to its exit (监管、退出); a new run each year. */
export async function supervision(input: CaseInput): Promise<string | null> {
  return conduct(input);
}

/** One year's evaluation of an institution (年度评估), from its self-assessment to its rating. */
export async function evaluation(input: CaseInput): Promise<string | null> {
  return conduct(input);
}

/** One measure of support for an institution (扶持), from its request for as long as it is granted. */
export async function support(input: CaseInput): Promise<string | null> {
  return conduct(input);
}

/** One demonstration site of Annex 2 (示范点), from its construction for as long as it bears the name. */
export async function construction(input: CaseInput): Promise<string | null> {
  return conduct(input);
}

/**
 * Conducts a case by its record. A start, a restart, a restore and a continued run are one path: read the record, fold
 * it, go on with what is open; end at once if the case is closed.
 */
async function conduct({ caseId }: CaseInput): Promise<string | null> {
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
