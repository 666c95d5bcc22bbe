import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from '../activities';
import { createMailer } from '../activities/mailer';
import { type Clock, systemClock } from '../infra/clock';
import { connect } from '../infra/db/connect';
import { loadSigningKey } from '../infra/documents/signingKey';
import { createSealedDocuments } from '../infra/documents/store';
import { createLetters } from '../infra/letters/store';
import { createPush } from '../infra/push/push';
import { openGround } from '../infra/record/openGround';
import { startRelay } from '../infra/record/relay';
import { type ServerSettings, temporalConnection } from '../infra/settings';
import { openStorage } from '../infra/storage/open';
import { TASK_QUEUE } from '../workflows/names';
import { anchorAtStart } from './anchoring';
import { workflowBundle } from './bundle';
import { serveHealth } from './health';
import { recomputeProvisional } from './provisional';
import { scheduleDaily } from './schedule';
import { sweepStorage } from './sweeping';
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
export async function startWorker(
  settings: ServerSettings,
  log: Logger,
  clock: Clock = systemClock,
): Promise<RunningWorker> {
  const database = connect(settings.databaseUrl, {
    onError: (error) => log.warn({ err: error }, 'database'),
  });
  const ground = await openGround(database.db, settings, clock);
  const key = await loadSigningKey(settings.signingKeyFile, settings.mode);
  const letterhead = { publicUrl: settings.publicUrl, sealDir: settings.sealDir };
  const mailer = createMailer(settings.smtpUrl, settings.mailFrom);
  const { connectionOptions, namespace } = temporalConnection(settings);
  const connection = await NativeConnection.connect(connectionOptions);
  const clientConnection = await Connection.connect(connectionOptions);
  const client = new Client({
    connection: clientConnection,
    namespace: namespace ?? settings.temporalNamespace,
  });
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
      letters: createLetters(ground, letterhead),
      letterhead,
      client,
    }),
    maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
    shutdownGraceTime: '10s',
  });
  const relay = startRelay(database.db, createWake(client, database.db), (error) =>
    log.warn({ err: error }, 'relay'),
  );
  const health = await serveHealth({ settings, db: database.db, worker, client });
  const starting = Promise.all([
    recomputeProvisional(ground, log),
    anchorAtStart(ground, key, log),
    scheduleDaily(client, log),
  ]);
  const storage = openStorage(settings.storage);
  const sweeping = sweepStorage(ground, storage, log).finally(() => storage.close());

  const done = (async () => {
    await worker.run();
    await relay.close();
    await starting;
    await sweeping;
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
