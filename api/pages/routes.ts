import { type Request, type RequestHandler, type Response, Router } from 'express';
import { PublicationFilter } from '../contracts/publication';
import { RegisterFilter } from '../contracts/registerEntry';
import { otherMethods } from '../http/methods';
import { Problem } from '../http/problem';
import { queryOf } from '../http/request';
import { through } from '../http/through';
import type { Label } from '../../domain/label';
import { temporalUiOfCase } from '../../infra/stuckCases';
import { lastReconciliation } from '../../infra/reconcile/last';
import { csrfTokenOf } from '../identity/csrf';
import { accountOf, callerOf, checkRole } from '../identity/caller';
import { signedInBy } from '../identity/session';
import { todayOf } from '../planning';
import { caseList } from '../reading/caseList';
import { readableFile } from '../reading/currentFile';
import { decisionList, nonConformityList } from '../reading/publications';
import { registerList } from '../reading/register';
import { verify } from '../reading/verification';
import { overseers } from '../reading/visibility';
import { unitName } from '../reading/workItems';
import { worklist } from '../reading/worklist';
import type { Services } from '../services';
import { apiDocsPage } from './apiDocs';
import { complaintPageRoutes } from './complaintRoutes';
import { homePage, strangerPage, visitorPage } from './home';
import { type Page, readsPages, sendPage } from './page';
import { problemPage, problemsPage } from './problems';
import { decisionsPage, nonConformitiesPage } from './publications';
import { registerPage } from './register';
import { stuckCasesPage } from './stuckCases';
import { verifyPage, verifySearchPage } from './verify';

/** What people see: pages that the server writes, without scripts (the API's own page excepted). */
export function pageRoutes(services: Services): Router {
  const router = Router();
  const pages: readonly (readonly [string, (req: Request, res: Response) => Promise<Page>])[] = [
    ['/', (req, res) => home(services, req, res)],
    ['/register', (req) => register(services, req)],
    ['/register/decisions', (req) => publishedDecisions(services, req)],
    ['/register/non-conformities', (req) => publishedNonConformities(services, req)],
    ['/stuck-cases', (req, res) => stuck(services, req, res)],
    ['/docs', () => Promise.resolve(apiDocsPage)],
    ['/problems', () => Promise.resolve(problemsPage())],
    ['/problems/:code', (req) => Promise.resolve(problem(String(req.params.code)))],
  ];
  const { anonymous } = services.limiters;
  for (const [path, page] of pages) {
    router
      .route(path)
      .get(anonymous, shown(path, page))
      .all(otherMethods(['get']));
  }
  router
    .route('/stuck-cases/:caseId')
    .get(anonymous, (req, res) => inEngine(services, req, res))
    .all(otherMethods(['get']));
  router.use(complaintPageRoutes());
  router
    .route('/verify')
    .get(anonymous, searched)
    .all(otherMethods(['get']));
  // The address is the route's that follows, with its methods; a page is only one of its forms.
  router.all('/verify/:no', async (req, res, next) => {
    if (!(await verified(services, req, res))) next();
  });
  return router;
}

function shown(path: string, page: (req: Request, res: Response) => Promise<Page>): RequestHandler {
  return async (req, res) => {
    res.locals.route = path;
    sendPage(req, res, await page(req, res));
  };
}

async function home(services: Services, req: Request, res: Response): Promise<Page> {
  await through(services.sessions.middleware, req, res);
  const signedIn = signedInBy(req, services.sessions);
  const account = signedIn ? await accountOf(services, signedIn) : 'signedOut';
  if (!signedIn || account === 'signedOut') return visitorPage;
  const csrfToken = csrfTokenOf(req);
  const { issuer, sub } = signedIn.identity;
  if (account === 'unknown') return strangerPage(issuer, sub, csrfToken);
  const actor = {
    sub: account.sub,
    unit: account.unit,
    organisation: account.organisation,
    roles: account.roles,
  };
  const [items, cases, plan] = await Promise.all([
    worklist(services, actor, { limit: 20, mine: account.unit !== null }, req.originalUrl),
    account.organisation === null ? null : caseList(services, actor, { limit: 20 }, req.originalUrl),
    todayOf(services).then((today) => services.plans.inForce(today)),
  ]);
  return homePage({
    account,
    unit: account.unit === null ? null : unitName(plan.plan, account.unit),
    csrfToken,
    items: items.body.entries,
    cases: cases?.body.entries ?? [],
  });
}

/** For who watches over every case. @throws Problem for anybody else */
async function stuck(services: Services, req: Request, res: Response): Promise<Page> {
  checkRole(await callerOf(services, req, res), overseers);
  const { plan } = await services.plans.inForce(await todayOf(services));
  return stuckCasesPage(plan, services.temporalUi, await lastReconciliation(services.ground.db));
}

/** On to a case's workflow in the Temporal UI, for the same people. @throws Problem also where there is no UI */
async function inEngine(services: Services, req: Request, res: Response): Promise<void> {
  res.locals.route = '/stuck-cases/{caseId}';
  const caller = await callerOf(services, req, res);
  checkRole(caller, overseers);
  const { caseId } = await readableFile(services, String(req.params.caseId), caller.actor);
  const { url, namespace } = services.temporalUi;
  if (url === null) throw new Problem('routeNotFound', { detail: noUi });
  res.set('cache-control', 'no-store').redirect(303, temporalUiOfCase(url, namespace, caseId));
}

const noUi: Label = { zh: '没有设置 TEMPORAL_UI_URL。', en: 'TEMPORAL_UI_URL is not set.' };

async function register(services: Services, req: Request): Promise<Page> {
  // A form sends its empty fields along; empty means any.
  const filled = Object.fromEntries(Object.entries(req.query).filter(([, value]) => value !== ''));
  const filter = queryOf(RegisterFilter, filled) as RegisterFilter;
  const { plan } = await services.plans.inForce(await todayOf(services));
  const newest = { limit: 10 };
  const [{ body }, decisions, nonConformities] = await Promise.all([
    registerList(services, filter, req.originalUrl),
    decisionList(services, newest, '/register/decisions'),
    nonConformityList(services, newest, '/register/non-conformities'),
  ]);
  return registerPage(plan, filter, body, {
    decisions: decisions.body.entries,
    nonConformities: nonConformities.body.entries,
  });
}

async function publishedDecisions(services: Services, req: Request): Promise<Page> {
  const filter = queryOf(PublicationFilter, req.query) as PublicationFilter;
  return decisionsPage((await decisionList(services, filter, req.originalUrl)).body);
}

async function publishedNonConformities(services: Services, req: Request): Promise<Page> {
  const filter = queryOf(PublicationFilter, req.query) as PublicationFilter;
  return nonConformitiesPage((await nonConformityList(services, filter, req.originalUrl)).body);
}

function problem(code: string): Page {
  const page = problemPage(code);
  if (!page) throw new Problem('routeNotFound');
  return page;
}

function searched(req: Request, res: Response): void {
  const no = req.query.no;
  if (typeof no === 'string' && no.trim() !== '')
    res.redirect(303, `/verify/${encodeURIComponent(no.trim())}`);
  else sendPage(req, res, verifySearchPage());
}

/** A person gets the page; a program, which asks for JSON, is left to the route that follows. */
async function verified(services: Services, req: Request, res: Response): Promise<boolean> {
  res.vary('Accept');
  const reads = req.method === 'GET' || req.method === 'HEAD';
  if (!reads || !readsPages(req)) return false;
  res.locals.route = '/verify/{no}';
  await through(services.limiters.anonymous, req, res);
  const verification = await verify(services, String(req.params.no));
  res.status(verification.state === 'unknown' ? 404 : 200);
  sendPage(req, res, verifyPage(verification));
  return true;
}
