import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { cliRedirectUri } from './cliClient';
import { createCookieJar, type CookieJar } from './cookieJar';
import { NoSuchAccount, ProviderUnreachable, SignInFailed } from './signInErrors';

export interface SignIn {
  /** The embedded provider's address; other providers ask for more than a name. */
  readonly issuer: string;
  /** The account's `sub`. */
  readonly account: string;
  readonly clientId: string;
  /** The `aud` that the token must carry. */
  readonly audience: string;
}

export interface BearerToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
}

/** One walk through the provider: its issuer, and the cookies it has set on the way. */
interface Walk {
  readonly issuer: string;
  readonly jar: CookieJar;
}

const PATIENCE_MS = 15_000;
const MOST_REDIRECTS = 8;

/**
 * Signs in as an account of the embedded provider without a browser: authorization code with PKCE over plain HTTP.
 * @throws ProviderUnreachable, NoSuchAccount, SignInFailed
 */
export async function signInAs({ issuer, account, clientId, audience }: SignIn): Promise<BearerToken> {
  const walk: Walk = { issuer, jar: createCookieJar() };
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: cliRedirectUri,
    scope: 'openid',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const loginPage = await redirectOf(walk, await ask(walk, `${issuer}/auth?${query.toString()}`));
  const chosen = await ask(walk, loginPage, new URLSearchParams({ account }));
  if (chosen.status === 422) throw new NoSuchAccount(account);
  const code = codeOf(await follow(walk, await redirectOf(walk, chosen)), state);
  return redeem(walk, { code, verifier, clientId, audience });
}

async function ask({ issuer, jar }: Walk, url: string, form?: URLSearchParams): Promise<Response> {
  const request: RequestInit = {
    redirect: 'manual',
    headers: { cookie: jar.header() },
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(form ? { method: 'POST', body: form } : {}),
  };
  const response = await fetch(url, request).catch((error: unknown) => {
    throw new ProviderUnreachable(issuer, error);
  });
  jar.take(response.headers);
  return response;
}

async function redirectOf({ issuer }: Walk, response: Response): Promise<string> {
  const location = response.headers.get('location');
  if (location === null) throw new SignInFailed(response.status, await response.text());
  return new URL(location, issuer).href;
}

/** Follows the provider's redirects up to the client's own address, to which nothing is sent. */
async function follow(walk: Walk, first: string): Promise<URL> {
  let url = first;
  for (let step = 0; step < MOST_REDIRECTS; step++) {
    if (url.startsWith(`${cliRedirectUri}?`)) return new URL(url);
    url = await redirectOf(walk, await ask(walk, url));
  }
  throw new SignInFailed(310, `more than ${MOST_REDIRECTS} redirects, the last to ${url}`);
}

function codeOf({ searchParams }: URL, state: string): string {
  const code = searchParams.get('code');
  if (code !== null && searchParams.get('state') === state) return code;
  throw new SignInFailed(
    400,
    searchParams.get('error_description') ?? 'the redirect carries no code of ours',
  );
}

interface Redemption {
  readonly code: string;
  readonly verifier: string;
  readonly clientId: string;
  readonly audience: string;
}

async function redeem(walk: Walk, { code, verifier, clientId, audience }: Redemption): Promise<BearerToken> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    client_id: clientId,
    redirect_uri: cliRedirectUri,
  });
  const response = await ask(walk, `${walk.issuer}/token`, form);
  if (!response.ok) throw new SignInFailed(response.status, await response.text());
  const { access_token: accessToken } = (await response.json()) as { access_token: string };
  const { aud, exp = 0 } = decodeJwt(accessToken);
  if (aud !== audience) throw new SignInFailed(200, `the token is for ${String(aud)}, not for ${audience}`);
  return { accessToken, expiresAt: new Date(exp * 1_000) };
}
