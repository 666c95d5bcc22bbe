import type { Client } from '@temporalio/client';
import type { DifferenceKind } from '../infra/reconcile/difference';
import { reconcile } from '../infra/reconcile/reconcile';
import type { Ground } from '../infra/record/ground';

/** What a comparison found, for the engine to show: how much of what, and on which cases; the rest is in PostgreSQL. */
export interface Compared {
  readonly cases: number;
  readonly found: Readonly<Partial<Record<DifferenceKind, number>>>;
  /** The first of them. */
  readonly on: readonly string[];
}

const SHOWN = 20;

export function createReconciliationActivities(ground: Ground, client: Client) {
  return {
    /** Compares record, outbox, workflows and mails, and keeps what differs; mends nothing. */
    async compareRecord(): Promise<Compared> {
      const { cases, differences } = await reconcile(ground, client);
      await ground.db
        .insertInto('reconciliation')
        .values({ at: await ground.clock.now(), cases, differences: JSON.stringify(differences) })
        .execute();
      const found: Partial<Record<DifferenceKind, number>> = {};
      for (const { kind } of differences) found[kind] = (found[kind] ?? 0) + 1;
      const on = [...new Set(differences.map(({ caseId }) => caseId))].slice(0, SHOWN);
      return { cases, found, on };
    },
  };
}
