import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { Problem } from '../http/problem';

const { generateToken, isRequestValid } = csrfSync({
  // A form sends it as a field, a script as a header.
  getTokenFromRequest: (req) =>
    req.get('x-csrf-token') ?? (req.body as { _csrf?: string } | undefined)?._csrf,
});

/** The token that forms and scripts of this session send back. */
export function csrfTokenOf(req: Request): string {
  return generateToken(req);
}

/** @throws Problem where a request that changes something does not carry its session's token */
export function checkCsrf(req: Request): void {
  if (!isRequestValid(req)) throw new Problem('csrfTokenInvalid');
}
