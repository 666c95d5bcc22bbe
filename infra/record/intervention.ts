import type { EventBody } from '../../domain/event';
import type { Tx } from '../db/connect';

type Intervention = (EventBody & { type: 'intervened' })['kind'];

/** What an administrator's intervention sets going, in the transaction of its event. */
export async function setGoing(tx: Tx, caseId: string, kind: Intervention): Promise<void> {
  switch (kind) {
    case 'resent':
      // Under the same Message-ID: where the first did arrive after all, the receiving side knows it.
      await tx
        .updateTable('notice')
        // A warning that was gathered goes with the next digest: the one that was refused is not to be sent again.
        .set({ status: 'queued', last_error: null, leased_until: null, digest: null })
        .where('case_id', '=', caseId)
        .where('status', '=', 'failed')
        .execute();
      return;
    case 'restarted':
      await tx.updateTable('wake_up').set({ restart: true }).where('case_id', '=', caseId).execute();
      return;
    case 'recomputed':
    // Every visit to a case computes its clocks anew.
  }
}
