import type { Logger } from 'pino';
import { anchorChains } from '../infra/audit/anchors';
import type { SigningKey } from '../infra/documents/signingKey';
import type { Ground } from '../infra/record/ground';

/** Anchors the chains that have grown since the last anchor; each start of a worker is a moment to do so. */
export async function anchorAtStart(ground: Ground, key: SigningKey, log: Logger): Promise<void> {
  try {
    const anchored = await anchorChains(ground, key);
    if (anchored > 0) log.info({ anchored }, 'chains anchored');
  } catch (error) {
    log.warn({ err: error }, 'the chains were not anchored; the next start tries again');
  }
}
