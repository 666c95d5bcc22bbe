import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Logger } from 'pino';
import { RECONCILIATION, TASK_QUEUE } from '../workflows/names';

/**
 * Has the record compared with its workflows every night. A schedule that is there stays as it is: whoever runs the
 * system may have moved or paused it.
 */
export async function scheduleReconciliation(client: Client, log: Logger): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: RECONCILIATION,
      spec: { calendars: [{ hour: 3, minute: 30 }], timezone: 'Asia/Shanghai' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12h' },
      action: {
        type: 'startWorkflow',
        workflowType: RECONCILIATION,
        workflowId: RECONCILIATION,
        taskQueue: TASK_QUEUE,
        staticSummary: '每日对账 nightly comparison of record, outbox, workflows and mails',
      },
    });
  } catch (error) {
    if (error instanceof ScheduleAlreadyRunning) return;
    log.warn({ err: error }, 'the nightly comparison is not scheduled; the next start tries again');
  }
}
