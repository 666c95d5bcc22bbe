import type { RequestHandler } from 'express';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
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
  for (const gauge of gauges) register(registry, gauge, ground);
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

interface Figure {
  readonly name: string;
  readonly help: string;
  readonly query: (now: Date) => ReturnType<typeof sql<{ value: string | null }>>;
}

const gauges: readonly Figure[] = [
  {
    name: 'onewindow_outbox_depth',
    help: 'Wake-ups that no workflow has been told of',
    query: () => sql`select count(*) as value from wake_up where delivered < up_to`,
  },
  {
    name: 'onewindow_outbox_oldest_seconds',
    help: 'Age of the oldest wake-up that is waiting',
    query: (now) => sql`
      select greatest(0, extract(epoch from ${now}::timestamptz - min(last_at))) as value
        from wake_up join case_file using (case_id) where delivered < up_to`,
  },
  {
    name: 'onewindow_work_items_open',
    help: 'Work items that wait for somebody',
    query: () => sql`select count(*) as value from work_item where status = 'open'`,
  },
  {
    name: 'onewindow_work_items_overdue',
    help: 'Open work items past their deadline',
    query: (now) => sql`
      select count(*) as value from work_item where status = 'open' and due_at <= ${now}::timestamptz`,
  },
  {
    name: 'onewindow_pushes_failing',
    help: 'Pushes of registrations that were tried and have not arrived',
    query: () => sql`select count(*) as value from push where status = 'waiting' and last_error is not null`,
  },
  {
    name: 'onewindow_mails_failing',
    help: 'Mails that failed for good or are being tried again',
    query: () => sql`
      select count(*) as value from notice where status = 'failed' or (status <> 'sent' and last_error is not null)`,
  },
];

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
