import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createActivities } from '../../activities';
import { createMailer } from '../../activities/mailer';
import { startApi } from '../../api/server';
import { calendarSource } from '../../infra/calendar/source';
import { createClient } from '../../infra/client/client';
import { createOneWindow } from '../../infra/client/oneWindow';
import { developmentTokens } from '../../infra/client/tokens';
import { systemClock } from '../../infra/clock';
import { seedAccounts, seedPlanFile } from '../../infra/development/accounts';
import { embeddedClient } from '../../infra/identity/embeddedClient';
import { startIdentityProvider } from '../../infra/development/identity/identityProvider';
import { startMailCatcher } from '../../infra/development/mailCatcher/mailCatcher';
import { startPushReceiver } from '../../infra/development/pushReceiver/pushReceiver';
import { createKeyFile } from '../../infra/documents/keyFile';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { createSealedDocuments } from '../../infra/documents/store';
import { upsertAccounts } from '../../infra/identity/accounts';
import { freePort } from '../../infra/launcher/ports';
import { readPlanFile } from '../../infra/plan/file';
import { createPush } from '../../infra/push/push';
import { readServerSettings } from '../../infra/settings';
import { testDatabase } from '../database';

/** The one account of the identity provider that nobody has entered into the system. */
export const unknownAccount = 'administrator-2';

const SECRET = 'a-secret-of-the-tests-that-is-long-enough';

export type Town = Awaited<ReturnType<typeof openTown>>;

/**
 * All that people open in a browser, in this process and on free ports: API, sign-in, mail catcher, push receiver.
 * There is no engine; `activities` do its work when they are called.
 */
export async function openTown() {
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
  await upsertAccounts(database.url, identity.address, known);

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
  });
  const api = await startApi(settings, pino({ level: 'silent' }));

  const ground = {
    db: database.db,
    clock: systemClock,
    calendar: calendarSource(database.db),
    mailDomain: 'onewindow.test',
  };
  const key = await loadSigningKey(signingKeyFile, 'development');
  const mailer = createMailer(settings.smtpUrl, settings.mailFrom);
  const activities = createActivities({
    ground,
    mailer,
    push: createPush(settings.pushUrl, settings.pushSecret),
    documents: createSealedDocuments(ground, key, publicUrl),
    letterhead: { publicUrl },
  });
  const tokens = developmentTokens({ issuer: identity.address, audience: embeddedClient.audience });
  const oneWindow = createOneWindow(
    createClient({ baseUrl: publicUrl, tokens, patienceMs: 20_000, attemptMs: 10_000 }),
  );
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
    oneWindow,
    async close() {
      await Promise.all([api.drain(), identity.close(), mail.close(), push.close()]);
      mailer.close();
      await database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
