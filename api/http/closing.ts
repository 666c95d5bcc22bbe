import type { RequestHandler } from 'express';
import type { Services } from '../services';

/** Tells callers to let go of their connection once the process stops, so that it need not wait for them. */
export function closing({ stopping }: Pick<Services, 'stopping'>): RequestHandler {
  return (_req, res, next) => {
    if (stopping.aborted) res.set('connection', 'close');
    next();
  };
}
