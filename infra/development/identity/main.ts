import { readPlanFile } from '../../plan/file';
import { seedPlanFile } from '../accounts';
import { embeddedClient } from '../../identity/embeddedClient';
import { needed, runPart } from '../process';
import { startIdentityProvider } from './identityProvider';

void runPart('identity provider', async (settings) =>
  startIdentityProvider({
    mode: settings.mode,
    port: settings.ports.identity,
    dataDir: settings.dataDir,
    publicUrl: settings.publicUrl ?? `http://127.0.0.1:${settings.port}`,
    clientId: settings.oidcClientId ?? embeddedClient.clientId,
    clientSecret: needed(settings, 'oidcClientSecret', 'OIDC_CLIENT_SECRET'),
    audience: settings.oidcAudience ?? embeddedClient.audience,
    plan: readPlanFile(seedPlanFile),
  }),
);
