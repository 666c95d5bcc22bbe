// First, and oidc-provider not by import(): a real ES module never sees what is added to node:crypto.
import './olderNode';
import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Account } from '../accounts';
import { clientsOf, type WebClient } from './clients';
import { errorPage, signedOutPage, signOutPage } from './sessionPages';

export interface ProviderNeeds extends WebClient {
  readonly issuer: string;
  readonly accounts: readonly Account[];
  /** The `aud` of access tokens. */
  readonly audience: string;
  readonly jwks: { readonly keys: readonly JWK[] };
}

const HOURS = 3_600;
const WORKING_DAY = 8 * HOURS;

/**
 * The API as a protected resource. Its scope is empty on purpose: a scope of the API that is listed in `scopes`
 * too is looked for in both places and asks for consent for ever.
 */
const API = 'urn:onewindow:api';
const SCOPES = ['openid', 'profile', 'email'];

/** The OIDC provider itself: authorization code with PKCE, JWT access tokens for the API, sign-out. */
export function createProvider(needs: ProviderNeeds): Provider {
  const policy = interactionPolicy.base();
  // Our own program needs nobody's consent, native or not.
  policy.get('consent')?.checks.remove('native_client_prompt');
  return new Provider(needs.issuer, {
    clients: clientsOf(needs),
    jwks: { keys: [...needs.jwks.keys] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    scopes: SCOPES,
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: WORKING_DAY,
      IdToken: WORKING_DAY,
      Session: WORKING_DAY,
      Grant: WORKING_DAY,
      Interaction: HOURS,
      AuthorizationCode: 60,
    },
    findAccount: (_ctx, sub) => findAccount(needs.accounts, sub),
    loadExistingGrant: grantWithoutAsking,
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    renderError: (ctx, error) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, needs.publicUrl);
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== API) throw new errors.InvalidTarget();
          return {
            scope: '',
            audience: needs.audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: WORKING_DAY,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.type = 'html';
          ctx.body = signedOutPage();
        },
      },
    },
  });
}

function findAccount(accounts: readonly Account[], sub: string) {
  const account = accounts.find((candidate) => candidate.sub === sub);
  if (!account) return undefined;
  const { name, email } = account;
  return { accountId: sub, claims: () => ({ sub, name: name.zh, 'name#en': name.en, email }) };
}

/** First-party clients get what they ask for, so nobody ever meets a consent page. */
async function grantWithoutAsking({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const granted = session.grantIdFor(client.clientId);
  const existing = granted ? await provider.Grant.find(granted) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}
