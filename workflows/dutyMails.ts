import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { DutyMailsSent } from '../activities/sendDutyMails';

/** Tried for as long as the mail server is away. */
const { sendDutyMails } = proxyActivities<Activities>({
  startToCloseTimeout: '1h',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '10s', maximumInterval: '5m' },
});

/** Who answers for supervision (专人负责), each morning: gaps are noted and told, and new work is told. */
export async function dutyMails(): Promise<DutyMailsSent> {
  return sendDutyMails.executeWithOptions({ summary: '专人负责 who answers for supervision' }, []);
}
