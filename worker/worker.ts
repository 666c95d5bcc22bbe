import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from '../activities';
import { createMailer } from '../activities/mailer';
import { calendarSource } from '../infra/calendar/source';
import { systemClock } from '../infra/clock';
import { connect } from '../infra/db/connect';
import { loadSigningKey } from '../infra/documents/signingKey';
import { createSealedDocuments } from '../infra/documents/store';
import { createPush } from '../infra/push/push';
import type { Ground } from '../infra/record/ground';
import { startRelay } from '../infra/record/relay';
import { type ServerSettings, temporalConnection } from '../infra/settings';
import { TASK_QUEUE } from '../workflows/names';
import { workflowBundle } from './bundle';
import { serveHealth } from './health';
import { recomputeProvisional } from './provisional';
import { createWake } from './wake';

/** Enough for a district; more would be kept in memory for nothing (an idle case is replayed when it wakes). */
const MAX_CACHED_WORKFLOWS = 300;

export interface RunningWorker {
  /** Where it answers /livez, /readyz and /metrics. */
  readonly address: string;
  /** Stops taking work; what has begun is finished. Harmless when repeated. */
  drain(): void;
  readonly done: Promise<void>;
}

/** Builds a worker from its settings: the one place where its parts are put together. */
export async function startWorker(settings: ServerSettings, log: Logger): Promise<RunningWorker> {
  const database = connect(settings.databaseUrl, {
    onError: (error) => log.warn({ err: error }, 'database'),
  });
  const ground: Ground = {
    db: database.db,
    clock: systemClock,
    calendar: calendarSource(database.db),
    mailDomain: new URL(settings.publicUrl).hostname,
  };
  const key = await loadSigningKey(settings.signingKeyFile, settings.mode);
  const mailer = createMailer(settings.smtpUrl, settings.mailFrom);
  const { connectionOptions, namespace } = temporalConnection(settings);
  const connection = await NativeConnection.connect(connectionOptions);
  const clientConnection = await Connection.connect(connectionOptions);
  const worker = await Worker.create({
    connection,
    namespace: namespace ?? settings.temporalNamespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: await workflowBundle() },
    activities: createActivities({
      ground,
      mailer,
      push: createPush(settings.pushUrl, settings.pushSecret),
      documents: createSealedDocuments(ground, key, settings.publicUrl),
      letterhead: { publicUrl: settings.publicUrl },
    }),
    maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
    shutdownGraceTime: '10s',
  });
  const client = new Client({
    connection: clientConnection,
    namespace: namespace ?? settings.temporalNamespace,
  });
  const relay = startRelay(database.db, createWake(client, database.db), (error) =>
    log.warn({ err: error }, 'relay'),
  );
  const health = await serveHealth({ settings, db: database.db, worker, client });
  const recomputing = recomputeProvisional(ground, log);

  const done = (async () => {
    await worker.run();
    await relay.close();
    await recomputing;
    await health.close();
    mailer.close();
    await clientConnection.close();
    await connection.close();
    await database.close();
  })();
  return {
    address: health.address,
    drain() {
      // The SDK listens to the same signals and may have been first; a second shutdown is an error to it.
      if (worker.getState() === 'RUNNING') worker.shutdown();
    },
    done,
  };
}
