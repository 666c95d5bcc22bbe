import { createKeyFile } from '../documents/keyFile';
import { embeddedClient } from '../identity/embeddedClient';
import {
  embeddedPorts,
  type EmbeddedPort,
  readServerSettings,
  type ServerSettings,
  type Settings,
} from '../settings';
import { createDataDir, type DataDir } from './dataDir';
import type { PartName } from './part';
import { freePort } from './ports';
import { postgresUrl } from './postgres';
import { secretsIn, type Secrets } from './secrets';

/** What one installation consists of: its settings with nothing left open, and the parts that stand in for servers. */
export interface Installation {
  readonly settings: ServerSettings;
  readonly dataDir: DataDir;
  /** In production none. */
  readonly embedded: readonly PartName[];
}

/** Where every part listens, zeros replaced. */
export interface Addresses {
  readonly port: number;
  readonly workerPort: number;
  readonly ports: Readonly<Record<EmbeddedPort, number>>;
}

/** The parts that stand in for what the settings leave open. */
export function embeddedParts(settings: Settings): PartName[] {
  if (settings.mode === 'production') return [];
  const open: readonly (readonly [PartName, string | null])[] = [
    ['postgres', settings.databaseUrl],
    ['temporal', settings.temporalAddress],
    ['identity', settings.oidcIssuer],
    ['mailCatcher', settings.smtpUrl],
    ['pushReceiver', settings.pushUrl],
  ];
  return open.filter(([, given]) => given === null).map(([part]) => part);
}

/** Gives every port that was left to us (0) a free one. */
export async function assignPorts({ port, workerPort, ports }: Addresses): Promise<Addresses> {
  const assigned = { ...ports };
  for (const name of Object.keys(embeddedPorts) as EmbeddedPort[]) assigned[name] ||= await freePort();
  return { port: port || (await freePort()), workerPort: workerPort || (await freePort()), ports: assigned };
}

/** Fills what the settings leave open by the embedded parts at `addresses`; makes secrets and key the first time. */
export async function installationAt(settings: Settings, addresses: Addresses): Promise<Installation> {
  const dataDir = createDataDir(settings.dataDir);
  const embedded = embeddedParts(settings);
  if (settings.mode === 'production') {
    return { settings: { ...readServerSettings(settings.environment), ...addresses }, dataDir, embedded };
  }
  const secrets = secretsIn(dataDir.secrets);
  if (settings.signingKeyFile === null) await createKeyFile(dataDir.signingKey);
  return { settings: filledIn({ ...settings, ...addresses }, dataDir, secrets), dataDir, embedded };
}

/** Settings in which the embedded parts, where the settings place them, answer for what is left open. */
export function filledIn(settings: Settings, dataDir: DataDir, secrets: Secrets): ServerSettings {
  const { port, ports } = settings;
  const local = (at: number) => `http://127.0.0.1:${at}`;
  return {
    ...settings,
    publicUrl: settings.publicUrl ?? local(port),
    databaseUrl: settings.databaseUrl ?? postgresUrl(ports.postgres, secrets.postgresPassword),
    temporalAddress: settings.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    oidcIssuer: settings.oidcIssuer ?? local(ports.identity),
    oidcClientId: settings.oidcClientId ?? embeddedClient.clientId,
    oidcClientSecret: settings.oidcClientSecret ?? secrets.oidcClientSecret,
    oidcAudience: settings.oidcAudience ?? embeddedClient.audience,
    sessionSecret: settings.sessionSecret ?? secrets.sessionSecret,
    smtpUrl: settings.smtpUrl ?? `smtp://127.0.0.1:${ports.mailSmtp}`,
    mailFrom: settings.mailFrom ?? '一窗 OneWindow <no-reply@onewindow.example>',
    pushUrl: settings.pushUrl ?? `${local(ports.push)}/registrations`,
    pushSecret: settings.pushSecret ?? secrets.pushSecret,
    signingKeyFile: settings.signingKeyFile ?? dataDir.signingKey,
  };
}
