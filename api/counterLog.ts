import type { Request } from 'express';
import type { Actor } from '../domain/actor';
import type { Act } from '../domain/act';
import type { Tx } from '../infra/db/connect';
import { appendAudit } from '../infra/audit/log';
import { requestIdOf } from './http/requestLog';
import type { Services } from './services';

/** What a clerk does at the counter for whoever came there: an act, the application itself, or papers. */
interface DoneAtCounter {
  readonly caseId: string;
  readonly act: Act | 'submit' | 'handIn';
  readonly actor: Actor;
  readonly req: Request;
}

/**
 * Puts on the audit log what was done for an applicant, in the transaction that does it: call it last. Nothing where
 * the applicant does it.
 */
export async function noteAtCounter(
  { ground }: Services,
  tx: Tx,
  { caseId, act, actor: { sub, unit }, req }: DoneAtCounter,
): Promise<void> {
  if (unit === null) return;
  await appendAudit(tx, await ground.clock.now(), [
    {
      type: 'doneAtCounter',
      actor: { sub, unit },
      subject: { kind: 'case', id: caseId },
      requestId: requestIdOf(req),
      details: { act },
    },
  ]);
}
