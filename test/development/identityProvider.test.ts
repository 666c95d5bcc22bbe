import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { seedAccounts, seedPlanFile } from '../../infra/development/accounts';
import { startIdentityProvider } from '../../infra/development/identity/identityProvider';
import type { Part } from '../../infra/development/part';
import { cliClientId, cliRedirectUri } from '../../infra/identity/cliClient';
import { createCookieJar } from '../../infra/identity/cookieJar';
import { type SignIn, signInAs } from '../../infra/identity/signIn';
import { NoSuchAccount, ProviderUnreachable } from '../../infra/identity/signInErrors';
import { runTokenCommand } from '../../infra/commands/token';
import { freePort } from '../../infra/launcher/ports';
import { readPlanFile } from '../../infra/plan/file';
import { ask, json, listensOn } from './asking';

const plan = readPlanFile(seedPlanFile);
const audience = 'onewindow-api';

describe('the identity provider', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-identity-'));
  let port: number;
  let provider: Part;
  const options = {
    mode: 'development' as 'development' | 'production',
    dataDir,
    audience,
    plan,
    publicUrl: 'http://127.0.0.1:3000',
    clientId: 'onewindow',
    clientSecret: 'the secret of the API, known to both sides',
  };
  const start = async () => {
    // It warns that it is for development, which it is.
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    provider = await startIdentityProvider({ ...options, port });
    warnings.mockRestore();
  };
  beforeAll(async () => {
    port = await freePort();
    await start();
  });
  afterAll(async () => {
    await provider.close();
    rmSync(dataDir, { recursive: true });
  });

  const signIn = (account: string, changes: Partial<SignIn> = {}) =>
    signInAs({ issuer: provider.address, account, clientId: cliClientId, audience, ...changes });
  const proven = async (token: string) => {
    const { jwks_uri: uri } = await json<{ jwks_uri: string }>(
      `${provider.address}/.well-known/openid-configuration`,
    );
    return jwtVerify(token, createRemoteJWKSet(new URL(uri)), { issuer: provider.address, audience });
  };

  it('is the issuer that it says it is', async () => {
    const found = await json<Record<string, unknown>>(`${provider.address}/.well-known/openid-configuration`);
    expect(found).toMatchObject({ issuer: provider.address, code_challenge_methods_supported: ['S256'] });
  });

  it('shows every account as a button, by unit and role, and asks for no password', async () => {
    const page = await loginPage(provider.address);
    const accounts = seedAccounts(plan);
    expect(accounts.length).toBeGreaterThan(100);
    for (const { sub } of accounts) expect(page).toContain(`<button name="account" value="${sub}"`);
    for (const { name } of plan.units) expect(page).toContain(name.zh);
    expect(page).toContain('经办人');
    expect(page).not.toContain('type="password"');
  });

  it('signs a program in as any of them, with a token that its keys verify', async () => {
    for (const account of ['applicant-1', 'education-caseOfficer-2', 'administrator-1']) {
      const { accessToken, expiresAt } = await signIn(account);
      const { payload } = await proven(accessToken);
      expect(payload.sub).toBe(account);
      expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(7 * 3_600_000);
    }
  });

  it('knows nobody else', async () => {
    await expect(signIn('mayor-1')).rejects.toBeInstanceOf(NoSuchAccount);
  });

  it('gives a token for the API alone', async () => {
    await expect(signIn('applicant-1', { audience: 'another-api' })).rejects.toThrow(
      `the token is for ${audience}, not for another-api`,
    );
  });

  it('wants proof of who began (PKCE)', async () => {
    const query = new URLSearchParams({
      client_id: cliClientId,
      response_type: 'code',
      redirect_uri: cliRedirectUri,
      scope: 'openid',
    });
    const answer = await fetch(`${provider.address}/auth?${query.toString()}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  it('sends nobody to an address that the API did not register', async () => {
    const query = new URLSearchParams({
      client_id: 'onewindow',
      response_type: 'code',
      redirect_uri: 'https://elsewhere.example/callback',
      scope: 'openid',
    });
    const answer = await ask(`${provider.address}/auth?${query.toString()}`, { accept: 'text/html' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('无法登录');
  });

  it('keeps its key, for its own eyes: a token outlives a restart', async () => {
    const { accessToken } = await signIn('applicant-1');
    await provider.close();
    await start();
    expect((await proven(accessToken)).payload.sub).toBe('applicant-1');
    expect(statSync(join(dataDir, 'identity', 'keys.json')).mode & 0o077).toBe(0);
  });

  it('listens on loopback only', () => {
    expect(listensOn(provider.address)).toEqual(['127.0.0.1']);
  });

  it('does not start in production', async () => {
    const started = startIdentityProvider({ ...options, mode: 'production', port: 0 });
    await expect(started).rejects.toThrow('identity provider belongs to development');
  });

  describe('npm run token', () => {
    const given = { IDENTITY_PORT: process.env.IDENTITY_PORT, OIDC_AUDIENCE: process.env.OIDC_AUDIENCE };
    beforeAll(() => {
      process.env.IDENTITY_PORT = String(port);
    });
    afterAll(() => {
      for (const [name, value] of Object.entries(given))
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
    });
    const run = async (...args: string[]) => {
      const printed = { out: '', err: '' };
      const code = await runTokenCommand(args, {
        out: (text) => (printed.out += text),
        err: (text) => (printed.err += text),
      });
      return { code, ...printed };
    };

    it('prints a token and nothing else', async () => {
      const { code, out, err } = await run('--as', 'shiqiao-reviewer-1');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect((await proven(out)).payload.sub).toBe('shiqiao-reviewer-1');
    });

    it('names the accounts that may have been meant', async () => {
      const { code, out, err } = await run('--as', 'shiqiao-review');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('There is no account shiqiao-review.');
      expect(err).toContain('shiqiao-reviewer-1');
    });

    it('lists everybody', async () => {
      expect((await run('--list')).out.split('\n')).toHaveLength(seedAccounts(plan).length);
    });

    it('says to run npm start where nobody answers', async () => {
      process.env.IDENTITY_PORT = String(await freePort());
      const { code, err } = await run('--as', 'applicant-1');
      process.env.IDENTITY_PORT = String(port);
      expect(code).toBe(1);
      expect(err).toContain('run npm start first');
    });

    it.each([
      ['nobody', []],
      ['an unknown option', ['--for', 'applicant-1']],
    ])('explains itself where %s was given', async (_, args) => {
      const { code, err } = await run(...args);
      expect(code).toBe(2);
      expect(err).toContain('npm run token -- --as ACCOUNT');
    });
  });

  it('is said to be unreachable once it is gone', async () => {
    const address = `http://127.0.0.1:${await freePort()}`;
    await expect(signIn('applicant-1', { issuer: address })).rejects.toBeInstanceOf(ProviderUnreachable);
  });
});

/** The page on which a person chooses, as a browser comes to it. */
async function loginPage(issuer: string): Promise<string> {
  const jar = createCookieJar();
  const query = new URLSearchParams({
    client_id: cliClientId,
    response_type: 'code',
    redirect_uri: cliRedirectUri,
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const first = await fetch(`${issuer}/auth?${query.toString()}`, { redirect: 'manual' });
  jar.take(first.headers);
  const page = await fetch(new URL(first.headers.get('location') ?? '', issuer), {
    headers: { cookie: jar.header() },
  });
  return page.text();
}
