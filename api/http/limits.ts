import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from './problem';

/** Requests a minute: an address that is not signed in, and one account. */
export interface Limits {
  readonly anonymous: number;
  readonly account: number;
}

export const usualLimits: Limits = { anonymous: 300, account: 30_000 };

export interface Limiters {
  readonly anonymous: RequestHandler;
  readonly account: (sub: string) => RequestHandler;
}

/** Counts per process: behind several, each lets its share pass. */
export function createLimiters(limits: Limits): Limiters {
  const accounts = new WeakMap<Request, string>();
  const account = limiter(limits.account, (req) => accounts.get(req) ?? '');
  return {
    anonymous: limiter(limits.anonymous, (req) => ipKeyGenerator(req.ip ?? '')),
    account: (sub) => (req, res, next) => {
      accounts.set(req, sub);
      return account(req, res, next);
    },
  };
}

function limiter(limit: number, keyGenerator: (req: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Problem('tooManyRequests')),
  });
}
