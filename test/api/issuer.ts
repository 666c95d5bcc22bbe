import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const AUDIENCE = 'onewindow-api';
export const CLIENT = { clientId: 'onewindow', clientSecret: 'test-client-secret' } as const;

/** An identity provider of a test's own: discovery, keys, tokens, and a code flow that asks nobody. */
export interface Issuer {
  readonly url: string;
  /** A bearer token; `claims` replaces what it says, `undefined` leaves it out. */
  token(sub: string, claims?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Away, it breaks every connection. */
  isAway: boolean;
  /** Who the next browser that comes to sign in turns out to be. */
  nextSignIn: { sub: string; nonce?: string };
  close(): Promise<void>;
}

interface Code {
  readonly sub: string;
  readonly nonce: string;
  readonly challenge: string;
}

export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const codes = new Map<string, Code>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const signed = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'test' }).sign(privateKey);
  const now = () => Math.floor(Date.now() / 1_000);
  const issuer: Issuer = {
    url,
    isAway: false,
    nextSignIn: { sub: 'nobody' },
    token: (sub, claims = {}) =>
      signed({ iss: url, sub, aud: AUDIENCE, iat: now(), exp: now() + 600, ...claims }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (issuer.isAway) return void request.socket.destroy();
    const asked = new URL(request.url ?? '/', url);
    if (asked.pathname === '/.well-known/openid-configuration') json(response, discovery(url));
    else if (asked.pathname === '/jwks') json(response, { keys: [jwk] });
    else if (asked.pathname === '/authorize') authorize(asked.searchParams, response);
    else if (asked.pathname === '/token') json(response, await redeem(await formOf(request)));
    else response.writeHead(404).end();
  }

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    const { sub, nonce = query.get('nonce') ?? '' } = issuer.nextSignIn;
    codes.set(code, { sub, nonce, challenge: query.get('code_challenge') ?? '' });
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(303, { location: back.href }).end();
  }

  async function redeem(form: URLSearchParams): Promise<object> {
    const code = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge) return { error: 'invalid_grant' };
    const { sub, nonce } = code;
    const idToken = await signed({
      iss: url,
      sub,
      nonce,
      aud: CLIENT.clientId,
      iat: now(),
      exp: now() + 600,
    });
    return { access_token: 'unused', token_type: 'Bearer', id_token: idToken };
  }
  return issuer;
}

function discovery(url: string): object {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    end_session_endpoint: `${url}/end`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function json(response: ServerResponse, body: object): void {
  response
    .writeHead('error' in body ? 400 : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(body));
}
