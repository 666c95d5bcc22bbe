import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '../infra/clock';
import { connect, type Database } from '../infra/db/connect';
import { loadSigningKey, type SigningKey } from '../infra/documents/signingKey';
import { createAuditLog, type AuditLog } from '../infra/audit/log';
import { createSealedDocuments, type SealedDocuments } from '../infra/documents/store';
import { createLetters, type Letters } from '../infra/letters/store';
import { createPaperDesk, type PaperDesk } from '../infra/papers/desk';
import { startScanning } from '../infra/papers/scanning';
import type { Ground } from '../infra/record/ground';
import { openGround } from '../infra/record/openGround';
import { openScanner } from '../infra/scanner/open';
import {
  type ServerSettings,
  type SessionLimits,
  temporalConnection,
  usualSessionLimits,
} from '../infra/settings';
import { openStorage } from '../infra/storage/open';
import type { Dependency } from './health/readiness';
import { createLimiters, type Limiters, type Limits, usualLimits } from './http/limits';
import { createIdentityProvider, type IdentityClient, type IdentityProvider } from './identity/provider';
import { createSessions, type Sessions } from './identity/session';
import { createHub, type Hub, type HubPace } from './live/hub';
import { createPlans, type Plans } from './plans';

/** Where cases can be looked at in the engine; without a URL only its queries are known. */
export interface TemporalUi {
  readonly url: string | null;
  readonly namespace: string;
}

/** All that the routes stand on. */
export interface Services {
  readonly ground: Ground;
  readonly audit: AuditLog;
  readonly plans: Plans;
  readonly documents: SealedDocuments;
  /** Signs what is no document: batches of the feed. */
  readonly signingKey: SigningKey;
  readonly letters: Letters;
  readonly papers: PaperDesk;
  readonly identity: IdentityProvider;
  readonly sessions: Sessions;
  readonly limiters: Limiters;
  readonly live: Hub;
  readonly dependencies: readonly Dependency[];
  /** The Temporal UI as administrators open it. */
  readonly temporalUi: TemporalUi;
  /** Where people and programs reach this system, without a slash at the end. */
  readonly publicUrl: string;
  readonly log: Logger;
  /** Aborted when the process is told to stop: waiting callers are answered at once. */
  readonly stopping: AbortSignal;
}

/** What services are made of; tests give their own clock, documents and limits. */
export interface Parts {
  readonly database: Database;
  readonly ground: Ground;
  readonly documents: SealedDocuments;
  readonly signingKey: SigningKey;
  /** The units' seals; without a folder their place on letters stays free. */
  readonly sealDir?: string | null;
  readonly papers: PaperDesk;
  readonly identityClient: IdentityClient;
  readonly temporal: () => Promise<unknown>;
  readonly temporalUi?: TemporalUi;
  readonly sessionSecret: string;
  readonly publicUrl: string;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  readonly limits?: Limits;
  readonly sessionLimits?: SessionLimits;
  readonly livePace?: HubPace;
}

export function assemble(parts: Parts): Services {
  const { database, ground, documents, papers, publicUrl, log, stopping } = parts;
  const identity = createIdentityProvider(parts.identityClient);
  return {
    ground,
    audit: createAuditLog(ground),
    documents,
    signingKey: parts.signingKey,
    letters: createLetters(ground, { publicUrl, sealDir: parts.sealDir ?? null }),
    papers,
    identity,
    publicUrl,
    temporalUi: parts.temporalUi ?? { url: null, namespace: 'default' },
    log,
    stopping,
    plans: createPlans(ground.db),
    sessions: createSessions({
      pool: database.pool,
      secret: parts.sessionSecret,
      limits: parts.sessionLimits ?? usualSessionLimits,
      publicUrl,
      onError: (error) => log.warn({ err: error }, 'session store'),
    }),
    limiters: createLimiters(parts.limits ?? usualLimits),
    live: createHub(ground.db, { stopping, log, ...(parts.livePace && { pace: parts.livePace }) }),
    dependencies: [
      { name: 'database', need: 'always', probe: () => sql`select 1`.execute(ground.db) },
      // Keys that were learnt keep serving bearer tokens while the issuer is away.
      { name: 'identity', need: 'atFirst', probe: () => identity.probe() },
      { name: 'temporal', need: 'never', probe: parts.temporal },
      { name: 'storage', need: 'never', probe: () => papers.storage.probe() },
    ],
  };
}

export interface Running {
  readonly services: Services;
  close(): Promise<void>;
}

/** The composition root: everything from the settings, put together in one place. */
export async function createServices(
  settings: ServerSettings,
  log: Logger,
  stopping: AbortSignal,
  clock: Clock,
): Promise<Running> {
  const database = connect(settings.databaseUrl, {
    onError: (error) => log.warn({ err: error }, 'database'),
  });
  const ground = await openGround(database.db, settings, clock);
  const key = await loadSigningKey(settings.signingKeyFile, settings.mode);
  const storage = openStorage(settings.storage);
  const scanner = openScanner(settings.scanner);
  const papers = createPaperDesk(storage, join(settings.dataDir, 'incoming'));
  await papers.removeLeftovers(await ground.clock.now());
  const temporal = Connection.lazy(temporalConnection(settings).connectionOptions);
  const services = assemble({
    database,
    ground,
    documents: createSealedDocuments(ground, key, settings.publicUrl),
    signingKey: key,
    sealDir: settings.sealDir,
    papers,
    identityClient: {
      issuer: settings.oidcIssuer,
      clientId: settings.oidcClientId,
      clientSecret: settings.oidcClientSecret,
      audience: settings.oidcAudience,
    },
    temporal: () =>
      temporal.withDeadline(Date.now() + 2_000, () => temporal.workflowService.getSystemInfo({})),
    temporalUi: { url: settings.temporalUiUrl, namespace: settings.temporalNamespace },
    sessionSecret: settings.sessionSecret,
    sessionLimits: settings.session,
    publicUrl: settings.publicUrl,
    log,
    stopping,
  });
  const scanning = startScanning({ db: database.db, storage, scanner }, (error) =>
    log.warn({ err: error }, 'scanning'),
  );
  return {
    services,
    async close() {
      await scanning.close();
      await papers.close();
      storage.close();
      services.sessions.close();
      await temporal.close();
      await database.close();
    },
  };
}
