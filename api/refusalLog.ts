import type { Request } from 'express';
import { acts } from '../domain/act';
import type { AuditSubject } from '../domain/audit';
import { maskedText } from '../domain/mask';
import { refusals } from '../domain/refusal';
import { reference } from './contracts/text';
import { problemKinds } from './http/problemKinds';
import { requestIdOf } from './http/requestLog';
import { toProblem } from './http/toProblem';
import type { Caller } from './identity/caller';
import type { Services } from './services';

/** A request that somebody known was refused. */
interface RefusedRequest {
  readonly caller: Caller | null;
  /** As it is mounted: `/cases/{caseId}/acts`. */
  readonly path: string;
  readonly req: Request;
}

/** What the first part of a path says about the id that follows. */
const kinds: Readonly<Record<string, AuditSubject['kind']>> = {
  cases: 'case',
  'work-items': 'workItem',
  applications: 'draft',
  certificates: 'document',
};

/** Puts on the audit log what was not permitted (403), or not now by the record's rules (409). */
export async function noteRefusal(services: Services, asked: RefusedRequest, error: unknown): Promise<void> {
  const { code } = toProblem(error);
  const { status } = problemKinds[code];
  const isRefusal = status === 403 || (status === 409 && code in refusals);
  const { caller, path, req } = asked;
  if (!isRefusal || caller === null) return;
  const { sub, unit } = caller.actor;
  await services.audit.write({
    type: 'refused',
    actor: { sub, unit },
    subject: subjectOf(path, req),
    requestId: requestIdOf(req),
    details: { code, method: req.method, path, act: actOf(req.body) },
  });
}

function subjectOf(path: string, { params }: Request): AuditSubject | null {
  const kind = kinds[path.split('/')[1] ?? ''];
  const [id] = Object.values(params);
  const read = reference.safeParse(id);
  return kind && read.success ? { kind, id: maskedText(read.data) } : null;
}

/** Of what was sent only what the vocabulary knows. */
function actOf(body: unknown): string | null {
  const { act } = (body ?? {}) as { readonly act?: unknown };
  return typeof act === 'string' && act in acts ? act : null;
}
