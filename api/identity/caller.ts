import type { Request, Response } from 'express';
import { type Actor, systemActor } from '../../domain/actor';
import type { Role } from '../../domain/vocabulary';
import { type Account, findAccount } from '../../infra/identity/accounts';
import { Problem } from '../http/problem';
import { through } from '../http/through';
import type { Services } from '../services';
import { checkCsrf } from './csrf';
import { failedSignIn } from './signInLog';
import type { Identity, SignedIn } from './provider';
import { leaveUnused, signedInBy } from './session';

/** Who calls, with the account that says what they may do. */
export interface Caller {
  readonly account: Account;
  readonly actor: Actor;
  readonly by: 'bearer' | 'session';
}

/** By which a page says that it asks by itself, nobody having touched it for a while: that keeps nobody signed in. */
const UNATTENDED = 'x-unattended';
const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Who calls: by bearer token, else by the browser's session.
 * @throws Problem 401 without a sign-in, 403 without an account or a session's CSRF token
 */
export async function callerOf(services: Services, req: Request, res: Response): Promise<Caller> {
  const token = bearerTokenOf(req);
  if (token !== null) return byToken(services, token, req, res);
  const caller = await callerBySession(services, req, res);
  if (!caller) throw unauthenticated();
  if (!safeMethods.includes(req.method)) checkCsrf(req);
  if (req.get(UNATTENDED) !== undefined) leaveUnused(req);
  return caller;
}

/** Who is signed in by browser, or null. @throws Problem for a sign-in without an account */
export async function callerBySession(
  services: Services,
  req: Request,
  res: Response,
): Promise<Caller | null> {
  await through(services.sessions.middleware, req, res);
  const signedIn = signedInBy(req, services.sessions);
  return signedIn && known(services, signedIn, 'session');
}

/** @throws Problem where the caller has none of the roles */
export function checkRole({ account }: Caller, roles: readonly Role[]): void {
  if (!roles.some((role) => account.roles.includes(role))) throw new Problem('roleMissing');
}

/** The account of a sign-in: `unknown` where there is none, `signedOut` where the sign-in was ended since. */
export async function accountOf(
  { ground }: Pick<Services, 'ground'>,
  { identity, since }: SignedIn,
): Promise<Account | 'unknown' | 'signedOut'> {
  const account = await findAccount(ground.db, identity.issuer, identity.sub);
  // The engine's own name in the record is nobody's sign-in.
  if (!account || account.sub === systemActor.sub) return 'unknown';
  return account.signedOutAt && account.signedOutAt.getTime() > since ? 'signedOut' : account;
}

async function known(services: Services, signedIn: SignedIn, by: Caller['by']): Promise<Caller> {
  const account = await accountOf(services, signedIn);
  if (account === 'signedOut') throw unauthenticated();
  if (account === 'unknown') throw accountUnknown(signedIn.identity);
  const { sub, unit, organisation, roles } = account;
  return { account, actor: { sub, unit, organisation, roles }, by };
}

/** A program signs in with every request: one that nobody here knows is a sign-in that failed. */
async function byToken(services: Services, token: string, req: Request, res: Response): Promise<Caller> {
  const signedIn = await services.identity.verify(token);
  return known(services, signedIn, 'bearer').catch(async (error: unknown) => {
    if (error instanceof Problem && error.code === 'accountUnknown') {
      await through(services.limiters.anonymous, req, res);
      await services.audit.write(failedSignIn(req, signedIn.identity, 'accountUnknown'));
    }
    throw error;
  });
}

function bearerTokenOf(req: Request): string | null {
  const header = req.get('authorization');
  if (header === undefined) return null;
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated();
  return token;
}

function unauthenticated(): Problem {
  return new Problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
}

function accountUnknown({ issuer, sub }: Identity): Problem {
  const said = `issuer: ${issuer}, sub: ${sub}`;
  return new Problem('accountUnknown', { detail: { zh: `${said}。`, en: `${said}.` } });
}
