import { join } from 'node:path';
import express from 'express';
import { type Mode, refuseInProduction } from '../../settings';
import { faultRoute } from '../faultRoute';
import { createFaults } from '../faults';
import { commonRoutes } from '../pages/page';
import { listen, type Part } from '../part';
import { answerErrors } from '../problem';
import { openRegistrations } from './registrations';
import { type PushFault, pushFaults, registrationRoutes } from './routes';

export interface PushReceiverOptions {
  readonly mode: Mode;
  /** 0 for any free one. */
  readonly port: number;
  /** The pushes lie in `<dataDir>/push/registrations.jsonl`. */
  readonly dataDir: string;
  readonly secret: string;
  /** How old a signature may be, five minutes where absent; Infinity where a test's time runs ahead. */
  readonly toleranceSeconds?: number;
}

/** `pushUrl` is where pushes go: what PUSH_URL takes. */
export interface PushReceiver extends Part {
  readonly pushUrl: string;
}

const FIVE_MINUTES = 300;

/**
 * Starts what stands in for the health bureau's platform in development.
 * @throws SettingsError in production
 */
export async function startPushReceiver(options: PushReceiverOptions): Promise<PushReceiver> {
  refuseInProduction(options, 'push receiver');
  const { port, dataDir, secret, toleranceSeconds = FIVE_MINUTES } = options;
  const registrations = await openRegistrations(join(dataDir, 'push', 'registrations.jsonl'));
  const faults = createFaults<PushFault>();
  const app = express().disable('x-powered-by');
  app.use(commonRoutes(), registrationRoutes({ registrations, faults, secret, toleranceSeconds }));
  app.use(faultRoute({ field: 'status', kinds: pushFaults, aim: 'caseId' }, faults), answerErrors);
  const part = await listen(port, () => app);
  return { ...part, pushUrl: `${part.address}/registrations` };
}
