import type { Db } from '../db/connect';
import type { PublicKeys } from '../documents/publicKeys';
import { walkAnchors } from './anchors';
import { type Break, type Walk, walkAudit, walkEvents } from './chains';

/** What a verification looked at, and the first break that it met. */
export interface Verification {
  readonly audit: Walk;
  readonly events: Walk;
  readonly anchors: Walk;
  readonly broken: Break | null;
}

/** Walks every chain and anchor, all as of one moment: what people write meanwhile does not disturb it. */
export function verifyChains(db: Db, published: PublicKeys): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const audit = await walkAudit(tx);
      const events = await walkEvents(tx);
      const anchors = await walkAnchors(tx, published);
      return { audit, events, anchors, broken: audit.broken ?? events.broken ?? anchors.broken };
    });
}
