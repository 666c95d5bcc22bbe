import { dirname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { getAbsoluteFSPath } from 'swagger-ui-dist';
import { otherMethods } from '../http/methods';

const fonts = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const own = ['style.css', 'icon.svg', 'apiViewer.css', 'apiViewer.js'] as const;

const readOnly = otherMethods(['get']);
const onlyRead: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') next();
  else void readOnly(req, res, next);
};

/** Looks, fonts and the API page's scripts, all from this machine: government intranets have no CDN. */
export function assetRoutes(): Router {
  const router = Router();
  router.use(onlyRead);
  const fixed = { index: false, maxAge: '1d' } as const;
  router.use('/fonts', express.static(fonts, fixed));
  router.use('/swagger-ui', express.static(getAbsoluteFSPath(), fixed));
  for (const file of own)
    router.get(`/${file}`, (_req, res) => res.sendFile(join(__dirname, file), { maxAge: '5m' }));
  return router;
}
