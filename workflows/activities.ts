import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

/** The record's door: short transactions, tried for as long as the database is away. */
export const record = proxyLocalActivities<Activities>({
  startToCloseTimeout: '15s',
  localRetryThreshold: '30s',
  retry: { initialInterval: '200ms', maximumInterval: '20s' },
});

/** Effects give signs of life, so that a try whose worker died is noticed. */
const patience = { startToCloseTimeout: '2m', heartbeatTimeout: '20s' } as const;
const retry = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' } as const;

/** Mails and pushes: a few tries, after which the case shows that something fails. */
export const effects = proxyActivities<Activities>({ ...patience, retry: { ...retry, maximumAttempts: 3 } });

/** The same, tried for as long as it takes. */
export const stubbornEffects = proxyActivities<Activities>({
  ...patience,
  retry: { ...retry, initialInterval: '4s' },
});
