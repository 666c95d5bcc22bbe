import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedAccounts, seedPlanFile } from '../../infra/development/accounts';
import { startIdentityProvider } from '../../infra/development/identity/identityProvider';
import { startMailCatcher } from '../../infra/development/mailCatcher/mailCatcher';
import { startPushReceiver } from '../../infra/development/pushReceiver/pushReceiver';
import { createKeyFile } from '../../infra/documents/keyFile';
import { upsertAccounts } from '../../infra/identity/accounts';
import { createDataDir } from '../../infra/launcher/dataDir';
import { freePort } from '../../infra/launcher/ports';
import { temporalPart } from '../../infra/launcher/temporal';
import { readPlanFile } from '../../infra/plan/file';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { testDatabase } from '../database';
import { environment } from '../ground/environment';
import { testGround } from '../ground/testGround';

/** The servers of somebody's production, started by the test in its own process or as the launcher would. */
export interface Servers {
  /** The settings of a production on these servers, whose API is on `port`. */
  environmentAt(port: number): Record<string, string>;
  readonly issuer: string;
  readonly audience: string;
  readonly mailCatcher: string;
  close(): Promise<void>;
}

const secret = 'a secret of the tests, 32 characters or more';
const client = { clientId: 'onewindow', clientSecret: secret, audience: 'onewindow-api' };

/** A database with the plan, Temporal, an issuer whose accounts are entered, a mail server, the bureau's platform. */
export async function startServers(publicUrl: string): Promise<Servers> {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-servers-'));
  chmodSync(directory, 0o711);
  const dataDir = createDataDir(directory);
  const port = await freePort();
  const temporal = temporalPart({
    dataDir,
    port,
    uiPort: await freePort(),
    namespace: 'district',
    binary: () => Promise.resolve(testGround().temporalCli),
    searchAttributes: searchAttributeTypes,
    environment: environment(),
  });
  const plan = readPlanFile(seedPlanFile);
  // The provider says that it is for development, which it is here as well.
  const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const given = { mode: 'development', dataDir: directory } as const;
  const [database, identity, mail, push] = await Promise.all([
    testDatabase(),
    startIdentityProvider({ ...given, ...client, port: 0, publicUrl, plan }),
    startMailCatcher({ ...given, smtpPort: 0, webPort: 0 }),
    startPushReceiver({ ...given, port: 0, secret }),
    temporal.start(),
  ]);
  warnings.mockRestore();
  await upsertAccounts(database.url, identity.address, seedAccounts(plan));
  await createKeyFile(dataDir.signingKey);
  return {
    issuer: identity.address,
    audience: client.audience,
    mailCatcher: mail.address,
    environmentAt: (apiPort) => ({
      MODE: 'production',
      PORT: String(apiPort),
      DATA_DIR: join(directory, 'data'),
      PUBLIC_URL: publicUrl,
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
      TEMPORAL_NAMESPACE: 'district',
      OIDC_ISSUER: identity.address,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_AUDIENCE: client.audience,
      SESSION_SECRET: secret,
      SMTP_URL: mail.smtpAddress,
      MAIL_FROM: 'OneWindow <no-reply@onewindow.example>',
      PUSH_URL: push.pushUrl,
      PUSH_SECRET: secret,
      SIGNING_KEY_FILE: dataDir.signingKey,
      CLAMD_URL: 'tcp://127.0.0.1:9',
    }),
    async close() {
      await Promise.all([identity.close(), mail.close(), push.close(), temporal.stop()]);
      await database.close();
      rmSync(directory, { recursive: true });
    },
  };
}
