import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Compared } from '../activities/reconciliation';

const { compareRecord } = proxyActivities<Activities>({
  startToCloseTimeout: '2h',
  heartbeatTimeout: '1m',
  retry: { initialInterval: '1m', maximumAttempts: 3 },
});

/** The nightly comparison of record, outbox, workflows and mails (对账), started by its schedule. */
export async function reconciliation(): Promise<Compared> {
  return compareRecord.executeWithOptions(
    { summary: '对账 compare record, outbox, workflows and mails' },
    [],
  );
}
