import type { Logger } from 'pino';
import { sweep } from '../infra/papers/sweep';
import type { Ground } from '../infra/record/ground';
import type { Storage } from '../infra/storage/storage';

/** Clears away what crashes left in the storage of papers; each start of a worker is the moment to look. */
export async function sweepStorage({ db, clock }: Ground, storage: Storage, log: Logger): Promise<void> {
  try {
    const swept = await sweep(db, storage, await clock.now());
    if (swept.contents + swept.unfinished > 0) log.info(swept, 'removed what no paper refers to');
  } catch (error) {
    log.warn({ err: error }, 'the storage of papers was not swept; the next start tries again');
  }
}
