import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { portalFolder } from '../../infra/portal/bundle';
import { otherMethods } from '../http/methods';
import { Problem } from '../http/problem';

const readOnly = otherMethods(['get']);

/**
 * The portal's files. What is named by its content is kept by browsers for ever; every other address is a screen,
 * which the one page shows, and is asked for anew each time.
 */
export function portalRoutes(): Router {
  const folder = portalFolder();
  const router = Router();
  router.use((req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') next();
    else void readOnly(req, res, next);
  });
  const missing: RequestHandler = () => {
    throw new Problem('routeNotFound');
  };
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { index: false, immutable: true, maxAge: '1y' }),
    missing,
  );
  router.use((_req, res) => {
    res.locals.route = '/portal';
    const page = join(folder, 'index.html');
    if (!existsSync(page)) throw new Problem('routeNotFound');
    res.sendFile(page, { cacheControl: false, headers: { 'cache-control': 'no-cache' } });
  });
  return router;
}
