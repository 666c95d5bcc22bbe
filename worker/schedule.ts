import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Logger } from 'pino';
import { DIGESTS, DUTY_MAILS, RECONCILIATION, TASK_QUEUE } from '../workflows/names';

interface Daily {
  /** The type, the schedule and the id of its workflow. */
  readonly name: string;
  /** By Shanghai's clock. */
  readonly at: { readonly hour: number; readonly minute: number };
  readonly summary: string;
}

const daily: readonly Daily[] = [
  {
    name: RECONCILIATION,
    at: { hour: 3, minute: 30 },
    summary: '每日对账 nightly comparison of record, outbox, workflows and mails',
  },
  // After digests are due (domain/digest.ts), by more than clocks differ; on days off there is none.
  { name: DIGESTS, at: { hour: 9, minute: 15 }, summary: '催办汇总 digests of warnings' },
  { name: DUTY_MAILS, at: { hour: 9, minute: 20 }, summary: '专人负责 who answers for supervision' },
];

/**
 * Has the record compared with its workflows every night, and what a morning owes (digests of warnings, who answers for what) sent. A schedule that
 * is there stays as it is: whoever runs the system may have moved or paused it.
 */
export async function scheduleDaily(client: Client, log: Logger): Promise<void> {
  for (const { name, at, summary } of daily) {
    try {
      await client.schedule.create({
        scheduleId: name,
        spec: { calendars: [at], timezone: 'Asia/Shanghai' },
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12h' },
        action: {
          type: 'startWorkflow',
          workflowType: name,
          workflowId: name,
          taskQueue: TASK_QUEUE,
          staticSummary: summary,
        },
      });
    } catch (error) {
      if (error instanceof ScheduleAlreadyRunning) continue;
      log.warn({ err: error, schedule: name }, 'not scheduled; the next start tries again');
    }
  }
}
