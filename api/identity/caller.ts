import type { Request, Response } from 'express';
import { type Actor, systemActor } from '../../domain/actor';
import type { Role } from '../../domain/vocabulary';
import { type Account, findAccount } from '../../infra/identity/accounts';
import { Problem } from '../http/problem';
import { through } from '../http/through';
import type { Services } from '../services';
import { checkCsrf } from './csrf';
import type { Identity } from './provider';
import { identityOf } from './session';

/** Who calls, with the account that says what they may do. */
export interface Caller {
  readonly account: Account;
  readonly actor: Actor;
  readonly by: 'bearer' | 'session';
}

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Who calls: by bearer token, else by the browser's session.
 * @throws Problem 401 without a sign-in, 403 without an account or a session's CSRF token
 */
export async function callerOf(services: Services, req: Request, res: Response): Promise<Caller> {
  const token = bearerTokenOf(req);
  if (token !== null) return known(services, await services.identity.verify(token), 'bearer');
  const caller = await callerBySession(services, req, res);
  if (!caller) throw unauthenticated();
  if (!safeMethods.includes(req.method)) checkCsrf(req);
  return caller;
}

/** Who is signed in by browser, or null. @throws Problem for a sign-in without an account */
export async function callerBySession(
  services: Services,
  req: Request,
  res: Response,
): Promise<Caller | null> {
  await through(services.sessions.middleware, req, res);
  const identity = identityOf(req, Date.now());
  return identity && known(services, identity, 'session');
}

/** @throws Problem where the caller has none of the roles */
export function checkRole({ account }: Caller, roles: readonly Role[]): void {
  if (!roles.some((role) => account.roles.includes(role))) throw new Problem('roleMissing');
}

async function known(services: Services, identity: Identity, by: Caller['by']): Promise<Caller> {
  const account = await findAccount(services.ground.db, identity.issuer, identity.sub);
  // The engine's own name in the record is nobody's sign-in.
  if (!account || account.sub === systemActor.sub) throw accountUnknown(identity);
  const { sub, unit, organisation, roles } = account;
  return { account, actor: { sub, unit, organisation, roles }, by };
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
