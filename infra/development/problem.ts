import type { ErrorRequestHandler, Response } from 'express';
import type { Label } from '../../domain/label';
import { html } from '../html';
import { bilingual, page } from './pages/page';

/** Answers a program with a code and words, and a person with a page that says the same. */
export function answerProblem(response: Response, status: number, code: string, detail: Label): Response {
  return response.status(status).format({
    json: () => response.json({ code, ...detail }),
    html: () => response.send(problemPage(code, detail)),
  });
}

function problemPage(code: string, title: Label): string {
  return page({
    title,
    body: html`<p><code>${code}</code></p>
      <p><a href="/">← ${bilingual({ zh: '返回', en: 'Back' })}</a></p>`,
  });
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
