import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { startApi } from '../../api/server';
import { dateInShanghai } from '../../domain/civilDate';
import type { Plan } from '../../domain/plan';
import { createClient } from '../../infra/client/client';
import { createOneWindow, type OneWindow } from '../../infra/client/oneWindow';
import { developmentTokens } from '../../infra/client/tokens';
import type { Clock } from '../../infra/clock';
import { connect, type Db } from '../../infra/db/connect';
import { migrate } from '../../infra/db/migrate';
import { asOwner } from '../../infra/db/owner';
import { seedAccounts } from '../../infra/development/accounts';
import { startIdentityProvider } from '../../infra/development/identity/identityProvider';
import { embeddedClient } from '../../infra/identity/embeddedClient';
import { upsertAccounts } from '../../infra/identity/accounts';
import { dataDirAt } from '../../infra/launcher/dataDir';
import { startOwnSystem } from '../../infra/launcher/ownSystem';
import { addSearchAttributes } from '../../infra/launcher/searchAttributes';
import type { Progress } from '../../infra/launcher/progress';
import { temporalTestServerBinary } from '../../infra/launcher/temporalBinary';
import { loadCipher } from '../../infra/personal/personalKeys';
import { publishPlan } from '../../infra/plan/repository';
import { readSettings } from '../../infra/settings';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { startWorker } from '../worker';

/** The one that a new server has. */
const NAMESPACE = 'default';

/** A whole system whose time can be skipped: the same workflows, record and API, on one clock. */
export interface Stage {
  readonly oneWindow: OneWindow;
  readonly db: Db;
  readonly temporal: Client;
  readonly clock: Clock;
  /** Lets an instant come, with all that falls due until then. */
  sleepUntil(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** Sets the stage for a plan, which is in force there from today. What was started is gone again where it fails. */
export async function setStage(plan: Plan, progress: Progress, signal: AbortSignal): Promise<Stage> {
  const closing: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const env = await skippingEngine(progress);
    closing.push(() => env.teardown());
    const clock: Clock = { now: async () => new Date(await env.currentTimeMs()) };
    const identity = await identityOf(plan, closing);
    const system = await startOwnSystem('rehearse', progress, signal, {
      programs: 'brought',
      servers: {
        ...identity.servers,
        TEMPORAL_ADDRESS: addressOf(env),
        TEMPORAL_NAMESPACE: NAMESPACE,
        LETTER_GRACE_SECONDS: '0',
      },
    });
    closing.push(() => system.dispose());
    const { settings } = system;
    await migrate(settings.databaseUrl);
    const today = dateInShanghai(await clock.now());
    await asOwner(settings.databaseUrl, async (db) =>
      publishPlan(db, plan, today, (await clock.now()).toISOString()),
    );
    const personal = await loadCipher(settings.personalKeyFile, settings.mode);
    await upsertAccounts(settings.databaseUrl, settings.oidcIssuer, seedAccounts(plan), personal);
    const log = pino({ level: 'silent' });
    const worker = await startWorker(settings, log, clock);
    closing.push(() => {
      worker.drain();
      return worker.done;
    });
    const api = await startApi(settings, log, clock);
    closing.push(() => api.drain());
    const database = connect(settings.databaseUrl);
    closing.push(() => database.close());
    const tokens = developmentTokens({ issuer: settings.oidcIssuer, audience: settings.oidcAudience });
    return {
      oneWindow: createOneWindow(
        createClient({ baseUrl: api.address, tokens, patienceMs: 60_000, attemptMs: 30_000, signal }),
      ),
      db: database.db,
      // The environment's own client would let time run while it awaits a result; this one never does.
      temporal: new Client({ connection: env.connection }),
      clock,
      async sleepUntil(instant) {
        const left = Date.parse(instant) - (await env.currentTimeMs());
        if (left > 0) await env.sleep(left);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function skippingEngine(progress: Progress): Promise<TestWorkflowEnvironment> {
  const { dataDir, environment } = readSettings();
  const { bin } = dataDirAt(dataDir);
  const path = await temporalTestServerBinary(bin, { ...environment }, (line) => progress.say(line));
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await addSearchAttributes(env.connection, NAMESPACE, searchAttributeTypes);
  return env;
}

function addressOf({ connection }: TestWorkflowEnvironment): string {
  return connection.options.address;
}

/** Its accounts are those of the plan that is rehearsed. */
async function identityOf(plan: Plan, closing: (() => unknown)[]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-rehearse-identity-'));
  closing.push(() => rmSync(dataDir, { recursive: true }));
  const clientSecret = randomBytes(32).toString('hex');
  const identity = await startIdentityProvider({
    ...embeddedClient,
    mode: 'development',
    port: 0,
    dataDir,
    clientSecret,
    publicUrl: 'http://127.0.0.1',
    plan,
  });
  closing.push(() => identity.close());
  return {
    servers: {
      OIDC_ISSUER: identity.address,
      OIDC_CLIENT_ID: embeddedClient.clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_AUDIENCE: embeddedClient.audience,
    },
  };
}
