import { Client, Connection } from '@temporalio/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities } from '../../activities';
import { createMailer } from '../../activities/mailer';
import { startApi } from '../../api/server';
import { calendarSource } from '../../infra/calendar/source';
import { createClient } from '../../infra/client/client';
import { createOneWindow } from '../../infra/client/oneWindow';
import { developmentTokens } from '../../infra/client/tokens';
import type { Clock } from '../../infra/clock';
import { seedAccounts, seedPlanFile } from '../../infra/development/accounts';
import { embeddedClient } from '../../infra/identity/embeddedClient';
import { startIdentityProvider } from '../../infra/development/identity/identityProvider';
import { startMailCatcher } from '../../infra/development/mailCatcher/mailCatcher';
import { startPushReceiver } from '../../infra/development/pushReceiver/pushReceiver';
import { createPersonalKeyFile } from '../../infra/personal/keyFile';
import { loadCipher } from '../../infra/personal/personalKeys';
import { createKeyFile } from '../../infra/documents/keyFile';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { createSealedDocuments } from '../../infra/documents/store';
import { upsertAccounts } from '../../infra/identity/accounts';
import { freePort } from '../../infra/launcher/ports';
import { readPlanFile } from '../../infra/plan/file';
import { portalBundle } from '../../infra/portal/bundle';
import { createLetters } from '../../infra/letters/store';
import { createPush } from '../../infra/push/push';
import { readServerSettings } from '../../infra/settings';
import { testDatabase } from '../database';

/** The one account of the identity provider that nobody has entered into the system. */
export const unknownAccount = 'administrator-2';

const SECRET = 'a-secret-of-the-tests-that-is-long-enough';

/** How long a town may take to open: the portal is built first where its sources have changed. */
export const OPENING_MS = 240_000;

export type Town = Awaited<ReturnType<typeof openTown>>;

/**
 * All that people open in a browser, in this process and on free ports: API, sign-in, mail catcher, push receiver.
 * There is no engine; `activities` do its work when they are called.
 */
export async function openTown() {
  await portalBundle();
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-browser-'));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const plan = readPlanFile(seedPlanFile);
  const common = { mode: 'development', port: 0, dataDir } as const;
  // The provider warns that it keeps all in memory: here that is the point.
  const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const identity = await startIdentityProvider({
    ...common,
    ...embeddedClient,
    clientSecret: SECRET,
    publicUrl,
    plan,
  });
  warnings.mockRestore();
  const mail = await startMailCatcher({ ...common, smtpPort: 0, webPort: 0 });
  const push = await startPushReceiver({ ...common, secret: SECRET });
  const signingKeyFile = join(dataDir, 'certificate.jwks.json');
  await createKeyFile(signingKeyFile);
  const known = seedAccounts(plan).filter(({ sub }) => sub !== unknownAccount);
  const personalKeyFile = join(dataDir, 'personal.jwks.json');
  await createPersonalKeyFile(personalKeyFile);
  const personal = await loadCipher(personalKeyFile, 'development');
  await upsertAccounts(database.url, identity.address, known, personal);

  const settings = readServerSettings({
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    OIDC_ISSUER: identity.address,
    OIDC_CLIENT_ID: embeddedClient.clientId,
    OIDC_CLIENT_SECRET: SECRET,
    OIDC_AUDIENCE: embeddedClient.audience,
    SESSION_SECRET: SECRET,
    SMTP_URL: mail.smtpAddress,
    MAIL_FROM: '一窗 OneWindow <no-reply@onewindow.example>',
    PUSH_URL: push.pushUrl,
    PUSH_SECRET: SECRET,
    SIGNING_KEY_FILE: signingKeyFile,
    LETTER_GRACE_SECONDS: '0',
    PERSONAL_KEY_FILE: personalKeyFile,
  });
  let aheadMs = 0;
  const clock: Clock = { now: () => Promise.resolve(new Date(Date.now() + aheadMs)) };
  const api = await startApi(settings, pino({ level: 'silent' }), clock);

  const ground = {
    db: database.db,
    clock,
    calendar: calendarSource(database.db),
    mailDomain: 'onewindow.test',
    graceSeconds: 0,
    personal,
  };
  const key = await loadSigningKey(signingKeyFile, 'development');
  const letterhead = { publicUrl, sealDir: null };
  const mailer = createMailer(settings.smtpUrl, settings.mailFrom);
  const activities = createActivities({
    ground,
    mailer,
    push: createPush(settings.pushUrl, settings.pushSecret),
    documents: createSealedDocuments(ground, key, publicUrl),
    letters: createLetters(ground, letterhead),
    letterhead,
    // Nothing here has an engine.
    client: new Client({ connection: Connection.lazy() }),
  });
  const tokens = developmentTokens({ issuer: identity.address, audience: embeddedClient.audience });
  const client = createClient({ baseUrl: publicUrl, tokens, patienceMs: 20_000, attemptMs: 10_000 });
  const oneWindow = createOneWindow(client);
  return {
    publicUrl,
    identityUrl: identity.address,
    mailUrl: mail.address,
    pushUrl: push.address,
    /** The town's own, gone with it. */
    folder: dataDir,
    database,
    plan,
    activities,
    /** Carries out an effect as a worker would. */
    asWorker: <Args extends unknown[], Result>(
      effect: (...args: Args) => Promise<Result>,
      ...args: Args
    ): Promise<Result> => new MockActivityEnvironment().run(effect, ...args),
    client,
    oneWindow,
    clock,
    /** Lets it be another day in the town than on this machine; null for the same. */
    setClock(to: Date | null): void {
      aheadMs = to === null ? 0 : to.getTime() - Date.now();
    },
    async close() {
      await Promise.all([api.drain(), identity.close(), mail.close(), push.close()]);
      mailer.close();
      await database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
