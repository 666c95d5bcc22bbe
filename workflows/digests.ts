import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { DigestsSent } from '../activities/sendDigests';

/** Tried for as long as the mail server is away. */
const { sendDigests } = proxyActivities<Activities>({
  startToCloseTimeout: '1h',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '10s', maximumInterval: '5m' },
});

/** The warnings of a day, one mail for each official who gets them gathered (催办汇总), started by its schedule. */
export async function digests(): Promise<DigestsSent> {
  return sendDigests.executeWithOptions({ summary: '催办汇总 digests of warnings' }, []);
}
