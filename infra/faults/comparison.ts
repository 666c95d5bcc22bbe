import { checkActs, checkAnswers } from './checks/acts';
import { checkDrafts } from './checks/drafts';
import { checkMails } from './checks/mails';
import { checkNumbers } from './checks/numbers';
import { checkPushes } from './checks/pushes';
import { checkRecord } from './checks/record';
import { checkRefusals } from './checks/refusals';
import { checkRepeats } from './checks/repeats';
import { checkWorkflows } from './checks/workflows';
import type { Evidence, Fault } from './evidence';

/** Compares what clients were told with the record, the workflows, the mails and the pushes. Pure. */
export function compare(evidence: Evidence): Fault[] {
  return [
    ...checkActs(evidence),
    ...checkAnswers(evidence),
    ...checkRefusals(evidence),
    ...checkDrafts(evidence),
    ...checkRecord(evidence),
    ...checkNumbers(evidence),
    ...checkWorkflows(evidence),
    ...checkMails(evidence),
    ...checkPushes(evidence),
    ...checkRepeats(evidence),
  ];
}
