import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Db } from '../infra/db/connect';
import type { ServerSettings } from '../infra/settings';

interface Parts {
  readonly settings: ServerSettings;
  readonly db: Db;
  readonly worker: Worker;
  readonly client: Client;
}

export interface Health {
  readonly address: string;
  close(): Promise<void>;
}

/** Answers /livez, /readyz (each dependency by name) and /metrics for a worker. */
export async function serveHealth(parts: Parts): Promise<Health> {
  const registry = metricsOf(parts);
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response, parts, registry).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.settings.workerPort, parts.settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${parts.settings.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  url: string,
  response: ServerResponse,
  parts: Parts,
  registry: Registry,
): Promise<void> {
  switch (url) {
    case '/livez':
      json(response, 200, { status: 'alive' });
      return;
    case '/readyz': {
      const dependencies = await readiness(parts);
      const ready = Object.values(dependencies).every((state) => state === 'ok');
      json(response, ready ? 200 : 503, { status: ready ? 'ready' : 'notReady', dependencies });
      return;
    }
    case '/metrics':
      response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
      return;
    default:
      json(response, 404, { status: 'unknown address' });
  }
}

async function readiness({ db, worker, client }: Parts): Promise<Record<string, string>> {
  return {
    worker: worker.getState() === 'RUNNING' ? 'ok' : worker.getState(),
    database: await state(() => sql`select 1`.execute(db)),
    temporal: await state(() =>
      client.withDeadline(Date.now() + 2_000, () =>
        client.workflowService.describeNamespace({ namespace: client.options.namespace }),
      ),
    ),
  };
}

async function state(check: () => Promise<unknown>): Promise<string> {
  return check().then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

function metricsOf({ db, worker }: Parts): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge(registry, 'onewindow_workflows_cached', 'Cases held in memory', () =>
    Promise.resolve(worker.getStatus().numCachedWorkflows),
  );
  gauge(registry, 'onewindow_outbox_waiting', 'Wake-ups not delivered yet', () =>
    count(sql<{ n: string }>`select count(*) n from wake_up where delivered < up_to`, db),
  );
  return registry;
}

function gauge(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read().catch(() => Number.NaN));
    },
  });
}

async function count(query: ReturnType<typeof sql<{ n: string }>>, db: Db): Promise<number> {
  const { rows } = await query.execute(db);
  return Number(rows[0]?.n ?? 0);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
