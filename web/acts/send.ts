import { answered, api } from '../client/client';
import type { AllowedAct, CaseAct, WorkItemAct } from '../client/wire';

/** How long an act waits to be told what comes next. */
const WAIT = 'wait=10';

/** Does an act once: repeated with the same key it is not done again. @throws Failure */
export async function sendAct(
  { workItem, etag }: AllowedAct,
  caseId: string,
  body: Readonly<Record<string, unknown>>,
  key: string,
) {
  const header = { 'Idempotency-Key': key, 'If-Match': etag, Prefer: WAIT };
  return workItem === null
    ? answered(
        api.POST('/api/v1/cases/{caseId}/acts', {
          params: { path: { caseId }, header },
          body: body as unknown as CaseAct,
        }),
      )
    : answered(
        api.POST('/api/v1/work-items/{id}/acts', {
          params: { path: { id: workItem }, header },
          body: body as unknown as WorkItemAct,
        }),
      );
}
