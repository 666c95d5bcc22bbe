import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Figure, figures } from '../../infra/record/figures';
import type { Ground } from '../../infra/record/ground';

export interface Metrics {
  readonly registry: Registry;
  /** Times every request under the template of its route, never its address: labels must stay few. */
  readonly timing: RequestHandler;
}

export function createMetrics(ground: Ground): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'onewindow_http_request_duration_seconds',
    help: 'HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers: [registry],
  });
  for (const figure of Object.values(figures)) register(registry, figure, ground);
  return {
    registry,
    timing: (req, res, next) => {
      const stop = durations.startTimer();
      res.once('finish', () => {
        const route = (res.locals.route as string | undefined) ?? 'unmatched';
        stop({ method: req.method, route, status: res.statusCode });
      });
      next();
    },
  };
}

/** A figure that cannot be read now is NaN, so that it is seen to be missing and not taken for zero. */
function register(registry: Registry, { name, help, query }: Figure, { db, clock }: Ground): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      const read = async () => (await query(await clock.now()).execute(db)).rows[0]?.value ?? 0;
      this.set(await read().then(Number, () => Number.NaN));
    },
  });
}
