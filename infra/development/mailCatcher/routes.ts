import express, { type Request, type Response, type Router } from 'express';
import { answerProblem } from '../problem';
import type { CaughtMail } from './mail';
import type { Mailbox, MailFilter } from './mailbox';
import { mailListPage, mailPage } from './pages';

/** The mails, as pages for a browser and as JSON for programs. */
export function mailRoutes(mailbox: Mailbox): Router {
  const router = express.Router();
  router.get('/', (request, response) => showList(mailbox, request, response));
  router.get('/mails', (request, response) =>
    response.format({
      json: () => response.json({ mails: mailbox.list(filterOf(request)) }),
      html: () => showList(mailbox, request, response),
    }),
  );
  router.get('/mails/:id', async (request, response) => {
    const mail = found(mailbox, request, response);
    if (!mail) return;
    const content = await mailbox.content(mail.id);
    response.format({
      json: () => response.json({ ...mail, text: content.text, html: content.html }),
      html: () => response.send(mailPage(mail, content)),
    });
  });
  router.get('/mails/:id/attachments/:n', async (request, response) => {
    const mail = found(mailbox, request, response);
    if (!mail) return;
    const paper = mail.attachments.find(({ n }) => String(n) === request.params.n);
    const content = paper && (await mailbox.content(mail.id)).attachments[paper.n - 1];
    if (!paper || !content) notFound(response);
    else response.attachment(paper.filename).type(paper.contentType).send(content);
  });
  router.get('/mails/:id/source', async (request, response) => {
    const mail = found(mailbox, request, response);
    if (mail)
      response
        .attachment(`${mail.id}.eml`)
        .type('message/rfc822')
        .send(await mailbox.raw(mail.id));
  });
  return router;
}

function showList(mailbox: Mailbox, request: Request, response: Response): void {
  const filter = filterOf(request);
  response.type('html').send(mailListPage(mailbox.list(filter), filter));
}

function filterOf({ query: { to, subject } }: Request): MailFilter {
  return { to: typeof to === 'string' ? to : '', subject: typeof subject === 'string' ? subject : '' };
}

function found(mailbox: Mailbox, request: Request<{ id: string }>, response: Response): CaughtMail | null {
  const mail = mailbox.find(request.params.id);
  if (!mail) notFound(response);
  return mail;
}

function notFound(response: Response): void {
  answerProblem(response, 404, 'notFound', {
    zh: '没有这封邮件或附件',
    en: 'There is no such mail or attachment',
  });
}
