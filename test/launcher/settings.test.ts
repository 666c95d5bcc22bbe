import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServerSettings, readSettings, refuseInProduction, toEnvironment } from '../../infra/settings';
import { SettingsError } from '../../infra/settingReader';
import { embeddedPorts, serverVariables } from '../../infra/settingVariables';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-settings-'));
const keyFile = join(folder, 'key.json');
afterAll(() => rmSync(folder, { recursive: true }));

const secret = '5f0e8cf7c2b14a0d9e3b6a7f1d2c3e4f';
/** Everything that a production needs. */
const production = {
  MODE: 'production',
  PUBLIC_URL: 'https://one.example.org',
  DATABASE_URL: 'postgresql://app:word@db.example.org/onewindow',
  TEMPORAL_ADDRESS: 'temporal.example.org:7233',
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_CLIENT_ID: 'onewindow',
  OIDC_CLIENT_SECRET: 'given by the issuer',
  OIDC_AUDIENCE: 'onewindow-api',
  SESSION_SECRET: secret,
  SMTP_URL: 'smtps://mail.example.org',
  MAIL_FROM: '一窗 OneWindow <no-reply@example.org>',
  PUSH_URL: 'https://health.example.org/registrations',
  PUSH_SECRET: secret,
  SIGNING_KEY_FILE: keyFile,
  CLAMD_URL: 'tcp://clamd.example.org:3310',
};
beforeAll(() => writeFileSync(keyFile, '{}'));

function problemsOf(environment: Record<string, string | undefined>) {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the settings', () => {
  it('leave every server to the embedded parts where nothing is given', () => {
    const settings = readSettings({});
    expect(settings.mode).toBe('development');
    expect(settings.host).toBe('127.0.0.1');
    for (const server of Object.keys(serverVariables)) expect(settings).toHaveProperty(server, null);
  });

  it('are complete in production where every server is given', () => {
    const settings = readSettings(production);
    expect(settings).toMatchObject({ mode: 'production', host: '0.0.0.0', port: 3000 });
    expect(readServerSettings(production).databaseUrl).toBe(production.DATABASE_URL);
  });

  it('read back from the environment that a child process is handed', () => {
    const settings = readServerSettings(production);
    expect(readServerSettings(toEnvironment(settings))).toEqual({
      ...settings,
      environment: expect.anything(),
    });
  });

  const wrong: readonly (readonly [variable: string, given: string, rule: string])[] = [
    ['MODE', 'prod', 'one of development, production'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn'],
    ['HOST', 'http://here', 'an IP address or a host name'],
    ['PORT', '70000', 'a port: 0 to 65535'],
    ['WORKER_PORT', '-1', 'a port: 0 to 65535'],
    ...Object.values(embeddedPorts).map(({ variable }) => [variable, 'x', 'a port: 0 to 65535'] as const),
    ['PUBLIC_URL', 'one.example.org', 'begins with https://, http://'],
    ['DATABASE_URL', 'mysql://db', 'begins with postgresql://, postgres://'],
    ['TEMPORAL_ADDRESS', 'https://temporal.example.org', 'host:port, without a scheme'],
    ['TEMPORAL_ADDRESS', 'temporal.example.org', 'host:port, without a scheme'],
    ['TEMPORAL_BINARY', '/no/such/temporal', 'a file that exists and can be read'],
    ['TEMPORAL_CONFIG_FILE', '/no/such/temporal.toml', 'a file that exists and can be read'],
    ['TEMPORAL_PROFILE', 'nobody', 'must hold a connection'],
    ['OIDC_ISSUER', 'ftp://id.example.org', 'begins with https://, http://'],
    ['SESSION_SECRET', 'short', 'a secret of at least 32 characters'],
    ['SESSION_SECRET', 'x'.repeat(64), '10 of them different'],
    ['SMTP_URL', 'mail.example.org:25', 'begins with smtp://, smtps://'],
    ['MAIL_FROM', 'OneWindow', 'a mail address'],
    ['PUSH_URL', 'health.example.org', 'begins with https://, http://'],
    ['PUSH_SECRET', 'change-me-'.repeat(4), '10 of them different'],
    ['SIGNING_KEY_FILE', '/no/such/key.json', 'a file that exists and can be read'],
    ['SIGNING_KEY_FILE', tmpdir(), 'a file that exists and can be read'],
  ];
  it.each(wrong)('refuse %s=%s, naming the variable, the rule and the mend', (variable, given, rule) => {
    const { problems, message } = problemsOf({ [variable]: given });
    const problem = problems.find((one) => one.variable === variable);
    expect(problem?.rule.en).toContain(rule);
    expect(problem?.mend.en).not.toBe('');
    expect(message).toMatch(new RegExp(`✗ ${variable}[\\s\\S]*规则 [\\s\\S]*改法 \\S+`));
  });

  it('name every wrong variable at once', () => {
    const { problems } = problemsOf({ PORT: 'x', SMTP_URL: 'x', MODE: 'x' });
    expect(problems.map(({ variable }) => variable).sort()).toEqual(['MODE', 'PORT', 'SMTP_URL']);
  });

  it.each([
    ['DATABASE_URL', 'postgresql:/me:hidden-word@db'],
    ['SMTP_URL', 'mailto:me:hidden-word@mail'],
    ['SESSION_SECRET', 'hidden-word'],
    ['PUSH_SECRET', 'hidden-word'],
  ])('never repeat what was given for %s: it may hold a password', (variable, given) => {
    expect(problemsOf({ [variable]: given }).message).not.toContain('hidden-word');
  });

  it.each([
    [{ OIDC_ISSUER: 'https://id.example.org' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE']],
    [{ PUSH_URL: 'https://health.example.org' }, ['PUSH_SECRET']],
    [{ TEMPORAL_API_KEY: 'key' }, ['TEMPORAL_ADDRESS']],
    [{ TEMPORAL_TLS_SERVER_NAME: 'cloud' }, ['TEMPORAL_ADDRESS']],
  ])('with %j ask for what belongs to it', (given, asked) => {
    expect(problemsOf(given).problems.map(({ variable }) => variable)).toEqual(asked);
  });

  it('ask API and worker for every server, in development as well', () => {
    const missing = () => readServerSettings({});
    expect(missing).toThrow(SettingsError);
    for (const variable of Object.values(serverVariables)) expect(missing).toThrow(`✗ ${variable}`);
  });
});

describe('in production the settings', () => {
  it.each(Object.values(serverVariables))('must give %s', (variable) => {
    const { problems } = problemsOf({ ...production, [variable]: undefined });
    expect(problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(problems[0]?.mend.en).toContain(`set ${variable}`);
  });

  it.each(['TEMPORAL_BINARY', ...Object.values(embeddedPorts).map(({ variable }) => variable)])(
    'must not give %s, which belongs to development',
    (variable) => {
      const given = variable === 'TEMPORAL_BINARY' ? keyFile : '5000';
      const { problems } = problemsOf({ ...production, [variable]: given });
      expect(problems).toMatchObject([{ variable, mend: { en: 'unset it' } }]);
    },
  );

  it.each(['PUBLIC_URL', 'OIDC_ISSUER'])('must give %s by https, the machine itself apart', (variable) => {
    const { problems } = problemsOf({ ...production, [variable]: 'http://one.example.org' });
    expect(problems).toMatchObject([{ variable, mend: { en: 'give the https address' } }]);
    expect(() => readSettings({ ...production, [variable]: 'http://127.0.0.1:8080' })).not.toThrow();
  });

  it('let no part of development start', () => {
    const settings = readSettings(production);
    expect(() => refuseInProduction(settings, 'mail catcher')).toThrow('mail catcher belongs to development');
  });
});

describe('a connection profile of Temporal', () => {
  const profile = join(folder, 'temporal.toml');
  beforeAll(() => {
    writeFileSync(profile, '[profile.default]\naddress = "cloud.example.org:7233"\nnamespace = "district"\n');
    chmodSync(profile, 0o600);
  });

  it('is read where TEMPORAL_CONFIG_FILE points to it', () => {
    const settings = readSettings({ TEMPORAL_CONFIG_FILE: profile });
    expect(settings).toMatchObject({
      temporalAddress: 'cloud.example.org:7233',
      temporalNamespace: 'district',
    });
  });

  it('must name an address, or an embedded server would stand in unseen', () => {
    const empty = join(folder, 'empty.toml');
    writeFileSync(empty, '[profile.default]\nnamespace = "district"\n');
    const { problems } = problemsOf({ TEMPORAL_CONFIG_FILE: empty });
    expect(problems.map(({ variable }) => variable)).toEqual(['TEMPORAL_ADDRESS']);
  });

  it('gives way to TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE', () => {
    const given = { TEMPORAL_ADDRESS: '[::1]:7000', TEMPORAL_NAMESPACE: 'other' };
    expect(readSettings({ TEMPORAL_CONFIG_FILE: profile, ...given })).toMatchObject({
      temporalAddress: '[::1]:7000',
      temporalNamespace: 'other',
    });
  });
});
