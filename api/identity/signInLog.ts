import type { Request } from 'express';
import type { AuditEntry, AuditType } from '../../domain/audit';
import { requestIdOf } from '../http/requestLog';
import type { Identity } from './provider';

/** What the audit log keeps of somebody's coming and going. */
export function signInEntry(
  req: Request,
  { issuer, sub }: Identity,
  type: Extract<AuditType, 'signedIn' | 'signedOut' | 'sessionsEnded'>,
): AuditEntry {
  return {
    type,
    actor: { sub, unit: null },
    subject: { kind: 'account', id: sub },
    requestId: requestIdOf(req),
    details: { issuer },
  };
}

/** A sign-in that failed; where the issuer vouched for nobody, nobody is named. */
export function failedSignIn(
  req: Request,
  identity: Identity | null,
  reason: 'accountUnknown' | 'notCompleted',
): AuditEntry {
  return {
    type: 'signInFailed',
    actor: identity && { sub: identity.sub, unit: null },
    subject: null,
    requestId: requestIdOf(req),
    details: identity ? { reason, issuer: identity.issuer } : { reason },
  };
}
