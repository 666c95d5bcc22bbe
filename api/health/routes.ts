import { Router } from 'express';
import { otherMethods } from '../http/methods';
import type { Services } from '../services';
import type { Metrics } from './metrics';
import { createReadiness } from './readiness';

/** For those who run the system: is it alive, is it ready, how is it doing. */
export function healthRoutes({ dependencies, stopping }: Services, { registry }: Metrics): Router {
  const readiness = createReadiness(dependencies, stopping);
  const router = Router();
  const noStore = { 'cache-control': 'no-store' };
  router
    .route('/livez')
    .get((_req, res) => void res.set(noStore).json({ status: 'alive' }))
    .all(otherMethods(['get']));
  router
    .route('/readyz')
    .get(async (_req, res) => {
      const found = await readiness();
      res
        .status(found.status === 'ready' ? 200 : 503)
        .set(noStore)
        .json(found);
    })
    .all(otherMethods(['get']));
  router
    .route('/metrics')
    .get(async (_req, res) => {
      res.set({ ...noStore, 'content-type': registry.contentType }).send(await registry.metrics());
    })
    .all(otherMethods(['get']));
  return router;
}
