import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import { Problem } from '../http/problem';

/** The sign-in of a person or a program, proven by the issuer. */
export interface Identity {
  readonly issuer: string;
  readonly sub: string;
}

/** Nobody can be recognised now: the issuer does not answer. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';
}

export interface IdentityClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What a bearer token must be meant for. */
  readonly audience: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** What the issuer says of itself; asked once, and again only after a failure. @throws IdentityUnavailable */
  configuration(): Promise<openid.Configuration>;
  /** Whether the issuer answers now, whatever was learnt before. */
  probe(): Promise<void>;
  /** Proves a bearer token. @throws Problem, IdentityUnavailable */
  verify(token: string): Promise<Identity>;
}

const TIMEOUT_SECONDS = 5;
/** Clocks of two machines differ. */
const TOLERANCE_SECONDS = 10;
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];

interface Known {
  readonly configuration: openid.Configuration;
  readonly keys: JWTVerifyGetKey;
}

export function createIdentityProvider(client: IdentityClient): IdentityProvider {
  let known: Promise<Known> | null = null;
  const learn = (): Promise<Known> => {
    known ??= discover(client).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    issuer: client.issuer,
    configuration: async () => (await learn()).configuration,
    async probe() {
      await discover(client);
    },
    verify: async (token) => verified(token, await learn(), client),
  };
}

async function discover(client: IdentityClient): Promise<Known> {
  const issuer = new URL(client.issuer);
  // Plain http is for an issuer on this machine; settings refuse any other in production.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked only so that it stands out
  const insecure = issuer.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {};
  try {
    const configuration = await openid.discovery(issuer, client.clientId, client.clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      ...insecure,
    });
    const { jwks_uri } = configuration.serverMetadata();
    if (jwks_uri === undefined) throw new Error('the issuer names no jwks_uri');
    const keys = createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1_000 });
    return { configuration, keys };
  } catch (error) {
    throw new IdentityUnavailable(`${client.issuer}: ${String(error)}`, { cause: error });
  }
}

async function verified(
  token: string,
  { keys, configuration }: Known,
  client: IdentityClient,
): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: configuration.serverMetadata().issuer,
      audience: client.audience,
      algorithms,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp'],
    });
    if (typeof payload.sub !== 'string') throw invalidToken();
    return { issuer: client.issuer, sub: payload.sub };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (isTokenFault(error)) throw invalidToken();
    throw new IdentityUnavailable(`${client.issuer}: ${String(error)}`, { cause: error });
  }
}

/** Anything but the key set's own silence is the token's fault. */
function isTokenFault(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  // jose says with its base class that the key set could not be fetched
  return error instanceof errors.JOSEError && error.code !== errors.JOSEError.code;
}

function invalidToken(): Problem {
  return new Problem('tokenInvalid', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
}
