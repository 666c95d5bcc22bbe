import { type Request, type Response, Router, urlencoded } from 'express';
import * as openid from 'openid-client';
import { Problem } from '../http/problem';
import { otherMethods } from '../http/methods';
import { through } from '../http/through';
import type { Services } from '../services';
import { checkCsrf } from './csrf';
import { IdentityUnavailable } from './provider';
import { destroy, regenerate, save } from './session';

/** Signing in and out by browser: authorization code with PKCE, state and nonce; sign-out at the issuer too. */
export function signInRoutes(services: Services): Router {
  const router = Router();
  router.use(services.limiters.anonymous, services.sessions.middleware);
  router
    .route('/login')
    .get((req, res) => begin(services, req, res))
    .all(otherMethods(['get']));
  router
    .route('/callback')
    .get((req, res) => complete(services, req, res))
    .all(otherMethods(['get']));
  router
    .route('/logout')
    .post((req, res) => end(services, req, res))
    .all(otherMethods(['post']));
  return router;
}

async function begin({ identity, publicUrl }: Services, req: Request, res: Response): Promise<void> {
  const configuration = await identity.configuration();
  const codeVerifier = openid.randomPKCECodeVerifier();
  const pending = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    codeVerifier,
    returnTo: pathOf(req.query.returnTo),
  };
  req.session.pending = pending;
  await save(req);
  const address = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: `${publicUrl}/auth/callback`,
    scope: 'openid',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  res.redirect(303, address.href);
}

async function complete({ identity, publicUrl }: Services, req: Request, res: Response): Promise<void> {
  const { pending } = req.session;
  if (!pending) throw new Problem('signInFailed');
  // Its state serves once, whatever becomes of it.
  delete req.session.pending;
  const configuration = await identity.configuration();
  const tokens = await openid
    .authorizationCodeGrant(configuration, new URL(req.originalUrl, publicUrl), {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.codeVerifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw signInFault(error);
    });
  const sub = tokens.claims()?.sub;
  if (sub === undefined) throw new Problem('signInFailed');
  // A new session id: whoever knew the old one must not share the sign-in.
  await regenerate(req);
  req.session.identity = { issuer: identity.issuer, sub };
  req.session.signedInAt = Date.now();
  if (tokens.id_token !== undefined) req.session.idToken = tokens.id_token;
  await save(req);
  res.redirect(303, pending.returnTo);
}

/** The issuer's silence is not the person's fault: what has no code is a connection that failed. */
function signInFault(error: unknown): Error {
  const code = error instanceof Error ? (error as { code?: string }).code : undefined;
  const silent = code === undefined || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
  return silent ? new IdentityUnavailable(String(error), { cause: error }) : new Problem('signInFailed');
}

async function end(services: Services, req: Request, res: Response): Promise<void> {
  await through(urlencoded({ extended: false, limit: '4kb' }), req, res);
  checkCsrf(req);
  const { idToken } = req.session;
  await destroy(req);
  const { cookieName, cookieOptions } = services.sessions;
  res.clearCookie(cookieName, cookieOptions);
  res.redirect(303, await signOutAddress(services, idToken));
}

/** The issuer's sign-out page where it has one; else, or while it does not answer, the home page. */
async function signOutAddress(
  { identity, publicUrl }: Services,
  idToken: string | undefined,
): Promise<string> {
  const home = `${publicUrl}/`;
  const configuration = await identity.configuration().catch(() => null);
  if (configuration?.serverMetadata().end_session_endpoint === undefined || idToken === undefined)
    return home;
  return openid.buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: home,
  }).href;
}

/** A path of this site, and never an address elsewhere. */
function pathOf(given: unknown): string {
  const here = 'http://here.invalid';
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, here)) return '/';
  const { origin, pathname, search } = new URL(given, here);
  // `/.//elsewhere` is read as this origin, yet redirects there
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/';
}
