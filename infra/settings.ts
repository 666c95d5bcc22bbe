import { join, resolve } from 'node:path';
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import { readScanner, readStorage } from './paperSettings';
import type { ScannerSetting } from './scanner/open';
import { checkCompanions, checkProduction, missing } from './settingChecks';
import { SettingReader, type SettingProblem, SettingsError } from './settingReader';
import {
  embeddedPortNames,
  embeddedPorts,
  servers,
  serverVariables,
  type EmbeddedPort,
  type Server,
} from './settingVariables';
import type { StorageSetting } from './storage/open';

export { SettingsError } from './settingReader';
export { embeddedPorts, type EmbeddedPort } from './settingVariables';

export const modes = ['development', 'production'] as const;
export type Mode = (typeof modes)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

interface Basics {
  readonly mode: Mode;
  /** The address the API and the worker listen on: loopback in development, every interface in production. */
  readonly host: string;
  readonly port: number;
  readonly workerPort: number;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly temporalNamespace: string;
  readonly temporalBinary: string | null;
  readonly ports: Readonly<Record<EmbeddedPort, number>>;
  readonly storage: StorageSetting;
  readonly scanner: ScannerSetting;
  /** The environment as it was given: what a child process inherits, and TEMPORAL_* for envconfig. */
  readonly environment: Readonly<Record<string, string>>;
}

/** As read: `null` where nothing was given and an embedded part stands in. */
export type Settings = Basics & Readonly<Record<Server, string | null>>;
/** With every server and secret given: what API and worker run on. */
export type ServerSettings = Basics & Readonly<Record<Server, string>>;
/** What it takes to reach Temporal. */
export type TemporalSettings = Pick<ServerSettings, 'environment' | 'temporalAddress' | 'temporalNamespace'>;

const repository = resolve(__dirname, '..');

/**
 * Reads and checks the environment; the only place that does.
 * @throws SettingsError that lists every wrong variable
 */
export function readSettings(environment?: Readonly<Record<string, string | undefined>>): Settings {
  const { settings, problems } = inspectSettings(environment);
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** The settings as far as they can be read, and what is wrong with the others: for whoever looks at both. */
export function inspectSettings(environment: Readonly<Record<string, string | undefined>> = process.env): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const reader = new SettingReader(withoutUndefined(environment));
  const mode = reader.oneOf('MODE', modes, 'development');
  const dataDir = resolve(reader.text('DATA_DIR') ?? join(repository, '.data'));
  const settings: Settings = {
    mode,
    host: reader.host('HOST') ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: reader.port('PORT', 3_000),
    workerPort: reader.port('WORKER_PORT', 0),
    dataDir,
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    ...readTemporal(reader),
    publicUrl: reader.url('PUBLIC_URL', ['https', 'http']),
    databaseUrl: reader.url('DATABASE_URL', ['postgresql', 'postgres']),
    oidcIssuer: reader.url('OIDC_ISSUER', ['https', 'http']),
    oidcClientId: reader.text('OIDC_CLIENT_ID'),
    oidcClientSecret: reader.text('OIDC_CLIENT_SECRET'),
    oidcAudience: reader.text('OIDC_AUDIENCE'),
    sessionSecret: reader.secret('SESSION_SECRET'),
    smtpUrl: reader.url('SMTP_URL', ['smtp', 'smtps']),
    mailFrom: reader.mailbox('MAIL_FROM'),
    pushUrl: reader.url('PUSH_URL', ['https', 'http']),
    pushSecret: reader.secret('PUSH_SECRET'),
    signingKeyFile: reader.existingFile('SIGNING_KEY_FILE'),
    ports: readPorts(reader),
    storage: readStorage(reader, dataDir),
    scanner: readScanner(reader, mode),
    environment: reader.environment,
  };
  if (mode === 'production') checkProduction(reader, settings);
  else checkCompanions(reader, settings);
  return { settings, problems: reader.problems };
}

/**
 * The settings of a process that brings no embedded part along: API, worker, command line.
 * @throws SettingsError also where a server is missing
 */
export function readServerSettings(
  environment?: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const settings = readSettings(environment);
  const reader = new SettingReader(settings.environment);
  for (const server of servers) if (settings[server] === null) missing(reader, server);
  if (reader.problems.length > 0) throw new SettingsError(reader.problems);
  return settings as ServerSettings;
}

/** The environment that reads back as `settings`: how a parent hands its settings to a child process. */
export function toEnvironment(settings: ServerSettings): Record<string, string> {
  const given = servers.map((server) => [serverVariables[server], settings[server]] as const);
  const ports = embeddedPortNames.map((name) => [embeddedPorts[name].variable, String(settings.ports[name])]);
  return {
    ...settings.environment,
    MODE: settings.mode,
    HOST: settings.host,
    PORT: String(settings.port),
    WORKER_PORT: String(settings.workerPort),
    DATA_DIR: settings.dataDir,
    LOG_LEVEL: settings.logLevel,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    ...Object.fromEntries(given),
    ...(settings.mode === 'production' ? {} : Object.fromEntries(ports)),
  } as Record<string, string>;
}

/**
 * How to connect to Temporal, mTLS and Cloud included (TEMPORAL_*). A temporal.toml is read only where
 * TEMPORAL_PROFILE or TEMPORAL_CONFIG_FILE points to it, so that a developer's own never diverts an embedded server.
 */
export function temporalConnection(settings: TemporalSettings): ClientConnectConfig {
  return loadClientConnectConfig({
    overrideEnvVars: {
      ...settings.environment,
      TEMPORAL_ADDRESS: settings.temporalAddress,
      TEMPORAL_NAMESPACE: settings.temporalNamespace,
    },
    disableFile: !namesProfile(settings.environment),
  });
}

/** Where a part of development refuses to start: call it first thing. @throws SettingsError in production */
export function refuseInProduction(settings: { readonly mode: Mode }, part: string): void {
  if (settings.mode !== 'production') return;
  const rule = { zh: `${part} 只用于开发`, en: `${part} belongs to development` };
  const mend = {
    zh: '生产环境请使用本单位的服务器',
    en: 'in production, give the address of your own server',
  };
  throw new SettingsError([{ variable: 'MODE', given: settings.mode, rule, mend }]);
}

function readPorts(reader: SettingReader): Record<EmbeddedPort, number> {
  const entries = embeddedPortNames.map((name) => {
    const { variable, usual } = embeddedPorts[name];
    return [name, reader.port(variable, usual)];
  });
  return Object.fromEntries(entries) as Record<EmbeddedPort, number>;
}

function readTemporal(
  reader: SettingReader,
): Pick<Settings, 'temporalAddress' | 'temporalNamespace' | 'temporalBinary'> {
  const profile = namesProfile(reader.environment) ? readProfile(reader) : null;
  const temporalAddress =
    reader.hostAndPort('TEMPORAL_ADDRESS') ?? profile?.connectionOptions.address ?? null;
  const told = reader.problems.some(({ variable }) => variable.startsWith('TEMPORAL_'));
  const implying = Object.keys(reader.environment).find(
    (name) => /^TEMPORAL_(API_KEY|TLS|CONFIG_FILE|PROFILE)/.test(name) && reader.text(name),
  );
  if (temporalAddress === null && implying && !told) {
    const rule = { zh: `已给出 ${implying}，因此须有地址`, en: `needed, since ${implying} is given` };
    reader.refuse('TEMPORAL_ADDRESS', null, rule, { zh: '写成 主机:端口', en: 'write host:port' });
  }
  return {
    temporalAddress,
    temporalNamespace: reader.text('TEMPORAL_NAMESPACE') ?? profile?.namespace ?? 'default',
    temporalBinary: reader.existingFile('TEMPORAL_BINARY'),
  };
}

function readProfile(reader: SettingReader): ClientConnectConfig | null {
  // Its own reader takes a missing file for an empty one, and an embedded server would stand in unseen.
  if (reader.text('TEMPORAL_CONFIG_FILE') && !reader.existingFile('TEMPORAL_CONFIG_FILE')) return null;
  try {
    return loadClientConnectConfig({ overrideEnvVars: { ...reader.environment } });
  } catch (error) {
    const variable = reader.text('TEMPORAL_CONFIG_FILE') ? 'TEMPORAL_CONFIG_FILE' : 'TEMPORAL_PROFILE';
    const rule = { zh: `须能读出连接：${String(error)}`, en: `must hold a connection: ${String(error)}` };
    reader.refuse(variable, reader.text(variable), rule, {
      zh: '改正 temporal.toml',
      en: 'mend the temporal.toml',
    });
    return null;
  }
}

function namesProfile(environment: Readonly<Record<string, string>>): boolean {
  return Boolean(environment.TEMPORAL_PROFILE?.trim() || environment.TEMPORAL_CONFIG_FILE?.trim());
}

function withoutUndefined(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
