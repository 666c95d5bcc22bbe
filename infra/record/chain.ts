import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What the hash of an event covers, beside the hash before it. */
export interface ChainedEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly receivedAt: string;
  readonly actorSub: string;
  readonly actorUnit: string | null;
  readonly facts: unknown;
  readonly particulars: unknown;
}

/** The hash before a case's first event. */
export const GENESIS = '0'.repeat(64);

export function chainHash(previous: string, event: ChainedEvent): string {
  return linkHash(previous, event);
}

/** SHA-256 (hex) over the previous hash and a chain's next link in RFC 8785 canonical form. */
export function linkHash(previous: string, link: object): string {
  return createHash('sha256')
    .update(previous)
    .update(canonicalize(link) ?? '')
    .digest('hex');
}
