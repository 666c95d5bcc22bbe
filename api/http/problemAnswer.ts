import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Locale } from '../../domain/label';
import type { Problem as WireProblem } from '../contracts/problem';
import { inWords, languageTag, localeOf } from './locale';
import type { Problem } from './problem';
import type { ProblemKind } from './problemKind';
import { problemKinds } from './problemKinds';
import { requestIdOf } from './requestLog';
import { toProblem } from './toProblem';

/** Answers every error as `application/problem+json`, in the caller's language. */
export function answerProblems(publicUrl: string): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    sendProblem(req, res, toProblem(error), publicUrl, error);
  };
}

export function sendProblem(
  req: Request,
  res: Response,
  problem: Problem,
  publicUrl: string,
  cause: unknown = problem,
): void {
  const { status } = problemKinds[problem.code];
  if (status >= 500) req.log.error({ err: cause, code: problem.code }, 'request failed');
  const locale = localeOf(req);
  res
    .status(status)
    .set({ ...problem.details.headers, 'cache-control': 'no-store', 'content-language': languageTag(locale) })
    .vary('Accept-Language')
    .type('application/problem+json')
    .send(JSON.stringify(worded(problem, locale, publicUrl, req)));
}

function worded(problem: Problem, locale: Locale, publicUrl: string, req: Request): WireProblem {
  const { code, details } = problem;
  const kind: ProblemKind = problemKinds[code];
  const said = [details.detail, kind.mend].filter((label) => label !== undefined);
  return {
    type: `${publicUrl}/problems/${code}`,
    title: inWords(kind.title, locale),
    status: kind.status,
    code,
    detail: said.map((label) => inWords(label, locale)).join(locale === 'zh' ? '' : ' '),
    ...(details.detail && { happened: inWords(details.detail, locale) }),
    instance: req.originalUrl.split('?')[0] ?? '/',
    requestId: requestIdOf(req),
    ...(details.errors && {
      errors: details.errors.map(({ message, expected, ...fault }) => ({
        ...fault,
        message: inWords(message, locale),
        ...(expected && { expected }),
      })),
    }),
    ...(details.allowed && { allowed: details.allowed }),
    ...(details.meanwhile && { meanwhile: details.meanwhile }),
  };
}
