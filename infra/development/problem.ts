import type { ErrorRequestHandler, Response } from 'express';
import type { Label } from '../../domain/label';

/** Answers with a code a program can read and words a person can. */
export function answerProblem(response: Response, status: number, code: string, detail: Label): Response {
  return response.status(status).json({ code, ...detail });
}

/** The last handler of a part: a body that cannot be read is the sender's fault, all else is ours. */
export const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = statusOf(error);
  if (status >= 500) console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  answerProblem(response, status, status < 500 ? 'badRequest' : 'internal', {
    zh: `无法处理：${reason}`,
    en: reason,
  });
};

function statusOf(error: unknown): number {
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
