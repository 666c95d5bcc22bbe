import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

/** The record's door: short transactions, tried for as long as the database is away. */
export const record = proxyLocalActivities<Activities>({
  startToCloseTimeout: '15s',
  localRetryThreshold: '30s',
  retry: { initialInterval: '200ms', maximumInterval: '20s' },
});

/**
 * Mails and pushes: tried for as long as it takes, and seen as pending activities while they fail. They give signs
 * of life, so that a try whose worker died is noticed.
 */
export const effects = proxyActivities<Activities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
});
