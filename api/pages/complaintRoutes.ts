import { type Request, type Response, Router, urlencoded } from 'express';
import { complained, statusOf } from '../complaining';
import { ComplaintEntry } from '../contracts/complaint';
import { changeOnce } from '../http/change';
import { otherMethods } from '../http/methods';
import { Problem } from '../http/problem';
import { problemKinds } from '../http/problemKinds';
import { contentOf } from '../http/request';
import type { Services } from '../services';
import {
  complaintForm,
  complaintStatusForm,
  complaintStatusPage,
  type Filled,
  receivedPage,
} from './complaints';
import { type Page, sendPage } from './page';

const parseForm = urlencoded({ limit: '64kb', extended: false, parameterLimit: 20 });

/** Complaining without a script and without signing in: what the API does, as pages. */
export function complaintPageRoutes(services: Services): Router {
  const router = Router();
  const { anonymous } = services.limiters;
  router
    .route('/complaints')
    .get(anonymous, (req, res) =>
      sendPage(req, res, complaintForm(textsIn({ certificateNo: req.query.certificate }))),
    )
    .post(anonymous, parseForm, async (req, res) => {
      res.locals.route = '/complaints';
      sendPage(req, res, await sent(services, req, res));
    })
    .all(otherMethods(['get', 'post']));
  router
    .route('/complaints/status')
    .get(anonymous, (req, res) => sendPage(req, res, complaintStatusForm({})))
    .post(anonymous, parseForm, async (req, res) => {
      res.locals.route = '/complaints/status';
      sendPage(req, res, await looked(services, req, res));
    })
    .all(otherMethods(['get', 'post']));
  return router;
}

/** A form that was filled in is sent once, by the key that it came with; one that is at fault comes back as it was. */
async function sent(services: Services, req: Request, res: Response): Promise<Page> {
  checkOwnForm(req);
  const filled = textsIn(req.body);
  req.headers['idempotency-key'] = filled.key;
  try {
    const body = contentOf(ComplaintEntry, entryOf(filled)) as ComplaintEntry;
    const input = { body, req, res, caller: null };
    const answer = await changeOnce(
      services,
      { method: 'post', changes: (tx, given: typeof input) => complained(services, tx, given) },
      input,
    );
    res.status(answer.status);
    return receivedPage(answer.body);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalidContent') throw error;
    res.status(problemKinds.invalidContent.status);
    return complaintForm(filled, error.details.errors);
  }
}

async function looked(services: Services, req: Request, res: Response): Promise<Page> {
  const filled = textsIn(req.body);
  try {
    return complaintStatusPage(await statusOf(services, filled.no ?? '', filled.queryCode ?? ''));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'complaintNotFound') throw error;
    res.status(problemKinds.complaintNotFound.status);
    return complaintStatusForm(filled, true);
  }
}

/** No session vouches for who sends it, so it need only come from a page of ours: others' pages send nothing here. */
function checkOwnForm(req: Request): void {
  const from = req.get('sec-fetch-site') ?? 'same-origin';
  if (from !== 'same-origin' && from !== 'none') throw new Problem('csrfTokenInvalid');
}

/** Fields that are no text, or empty, are not there. */
function textsIn(fields: unknown): Filled {
  const texts = Object.entries(fields ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return Object.fromEntries(texts.map(([name, text]) => [name, text.replaceAll('\r\n', '\n').trim()]));
}

function entryOf({ certificateNo, text, person, phone, email }: Filled) {
  return { certificateNo, text, contact: { person, phone, email } };
}
