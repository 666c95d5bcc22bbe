import type { ErrorRequestHandler } from 'express';
import { problemKinds } from '../http/problemKinds';
import { requestIdOf } from '../http/requestLog';
import { toProblem } from '../http/toProblem';
import { API } from '../paths';
import { readsPages, sendPage } from './page';
import { failedPage } from './problems';

/** What failed for a person is told on a page; the API always answers problems as JSON. */
export const answerPersons: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent || req.originalUrl.startsWith(`${API}/`) || !readsPages(req)) {
    next(error);
    return;
  }
  const problem = toProblem(error);
  const { status } = problemKinds[problem.code];
  if (status >= 500) req.log.error({ err: error, code: problem.code }, 'page failed');
  res.status(status).set({ ...problem.details.headers });
  sendPage(req, res, failedPage(problem, requestIdOf(req)));
};
