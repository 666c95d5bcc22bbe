import type { Request, RequestHandler, Response } from 'express';

/** Lets a request pass through a middleware, where a handler needs it and not before. */
export function through(middleware: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void middleware(req, res, (error?: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('A middleware failed', { cause: error }));
    });
  });
}
