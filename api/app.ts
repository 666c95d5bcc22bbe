import express, { type Express } from 'express';
import { createMetrics } from './health/metrics';
import { healthRoutes } from './health/routes';
import { otherMethods } from './http/methods';
import { Problem } from './http/problem';
import { answerProblems } from './http/problemAnswer';
import { closing } from './http/closing';
import { requestLog } from './http/requestLog';
import { securityHeaders } from './http/security';
import { signInRoutes } from './identity/signIn';
import { mount } from './mount';
import { describeApi } from './openapi';
import { assetRoutes } from './pages/assets';
import { answerPersons } from './pages/failure';
import { portalRoutes } from './pages/portal';
import { pageRoutes } from './pages/routes';
import { API } from './paths';
import { resources } from './resources';
import { verificationRoutes } from './routes/verifications';
import type { Services } from './services';

/** The door as a table of contents: what is answered where. */
export function createApp(services: Services): Express {
  const { publicUrl, log, identity, documents } = services;
  const metrics = createMetrics(services.ground);
  const api = resources(services);
  const verification = verificationRoutes(services);
  const description = describeApi([...api, ...verification], publicUrl);

  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(requestLog(log), metrics.timing, securityHeaders(publicUrl, identity.issuer), closing(services));

  app.use(healthRoutes(services, metrics));
  app.use('/assets', assetRoutes());
  app
    .route('/openapi.json')
    .get((_req, res) => void res.json(description))
    .all(otherMethods(['get']));
  app
    .route('/jwks.json')
    .get((_req, res) => void res.json(documents.publicKeys))
    .all(otherMethods(['get']));
  app.use('/portal', portalRoutes());
  app.use('/auth', signInRoutes(services));
  app.use(API, mount(api, services));
  app.use(pageRoutes(services));
  app.use(mount(verification, services));

  app.use(() => {
    throw new Problem('routeNotFound');
  });
  app.use(answerPersons, answerProblems(publicUrl));
  return app;
}
