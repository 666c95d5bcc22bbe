import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from './problem';

/** Requests a minute: an address that is not signed in, and one account; complaints an hour of one address. */
export interface Limits {
  readonly anonymous: number;
  readonly account: number;
  readonly complaints: number;
}

export const usualLimits: Limits = { anonymous: 300, account: 30_000, complaints: 10 };

export interface Limiters {
  readonly anonymous: RequestHandler;
  readonly account: (sub: string) => RequestHandler;
  readonly complaints: RequestHandler;
}

/** Counts per process: behind several, each lets its share pass. */
export function createLimiters(limits: Limits): Limiters {
  const accounts = new WeakMap<Request, string>();
  const account = limiter(limits.account, (req) => accounts.get(req) ?? '');
  return {
    anonymous: limiter(limits.anonymous, address),
    complaints: limiter(limits.complaints, address, HOUR_MS),
    account: (sub) => (req, res, next) => {
      accounts.set(req, sub);
      return account(req, res, next);
    },
  };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function address(req: Request): string {
  return ipKeyGenerator(req.ip ?? '');
}

function limiter(
  limit: number,
  keyGenerator: (req: Request) => string,
  windowMs = MINUTE_MS,
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Problem('tooManyRequests')),
  });
}
