import { Readable } from 'node:stream';
import { type RequestHandler, Router } from 'express';
import { otherMethods } from './http/methods';
import { sendStream } from './http/streaming';
import type { Route } from './route';
import type { Services } from './services';

/** Mounts routes as they are listed; a path answers the methods that it does not have with 405. */
export function mount(routes: readonly Route[], services: Services): Router {
  const router = Router({ caseSensitive: true });
  const paths = [...new Set(routes.map((route) => route.path))];
  for (const path of paths) {
    const here = routes.filter((route) => route.path === path);
    const at = router.route(expressPath(path));
    for (const route of here) at[route.method](handler(route, services));
    at.all(otherMethods(here.map((route) => route.method)));
  }
  return router;
}

function handler(route: Route, services: Services): RequestHandler {
  return async (req, res) => {
    res.locals.route = route.path;
    const { status, headers, body } = await route.run(services, req, res);
    res
      .status(status)
      .set('cache-control', route.who === 'anyone' ? 'no-cache' : 'no-store')
      .set(headers);
    if (body instanceof Readable) await sendStream(req, res, body);
    else if (Buffer.isBuffer(body)) res.send(body);
    else res.json(body);
  };
}

/** `/cases/{id}` is `/cases/:id` to Express. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
