import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../../infra/db/connect';
import type { Ground } from '../../infra/record/ground';
import type { SessionLimits } from '../../infra/settings';
import type { Identity, SignedIn } from './provider';

/** A sign-in that is under way at the issuer. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where the person wanted to go: a path of this site. */
  readonly returnTo: string;
}

declare module 'express-session' {
  interface SessionData {
    identity?: Identity;
    /** Shown to the issuer when signing out; sealed. */
    idToken?: string;
    /** When the person signed in, in milliseconds: a session ends however busy it is. */
    signedInAt?: number;
    pending?: PendingSignIn;
  }
}

export interface SessionOptions {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly limits: SessionLimits;
  readonly publicUrl: string;
  readonly onError: (error: unknown) => void;
}

export interface Sessions {
  readonly middleware: RequestHandler;
  readonly cookieName: string;
  readonly cookieOptions: { readonly path: string; readonly secure: boolean };
  /** How long a session may last in all, however busy it is. */
  readonly longestMs: number;
  close(): void;
}

/** Sessions of people signed in by browser, in PostgreSQL: they outlive the process and are shared by several. */
export function createSessions({ pool, secret, limits, publicUrl, onError }: SessionOptions): Sessions {
  const secure = new URL(publicUrl).protocol === 'https:';
  const idleMs = limits.idleMinutes * 60_000;
  const Store = connectPgSimple(session);
  const store = new Store({ pool, tableName: 'session', ttl: idleMs / 1_000, errorLog: onError });
  const cookieName = secure ? '__Host-onewindow' : 'onewindow';
  const middleware = session({
    store,
    secret,
    name: cookieName,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: idleMs },
  });
  return {
    middleware,
    cookieName,
    cookieOptions: { path: '/', secure },
    longestMs: limits.hours * 60 * 60_000,
    close: () => store.close(),
  };
}

/** Who is signed in by this session, as long as it has not lasted too long. */
export function signedInBy(req: Request, { longestMs }: Pick<Sessions, 'longestMs'>): SignedIn | null {
  const { identity, signedInAt } = req.session;
  if (!identity || signedInAt === undefined || Date.now() - signedInAt > longestMs) return null;
  return { identity, since: signedInAt };
}

/** For how long, and as long as what, a stream may go on that somebody has opened. */
export interface Welcome {
  readonly isWelcome: () => Promise<boolean>;
  readonly leftMs: number;
}

/**
 * A stream lasts no longer than its session, and is no use of it: a screen that is left alone does not keep somebody
 * signed in. A token is looked at again when the stream is opened anew.
 */
export function welcomeBy(
  { ground, sessions }: { readonly ground: Pick<Ground, 'db'>; readonly sessions: Sessions },
  req: Request,
  by: 'bearer' | 'session',
): Welcome {
  if (by === 'bearer') return { isWelcome: () => Promise.resolve(true), leftMs: Infinity };
  const { sessionID, session } = req;
  const leftMs = Math.max(0, (session.signedInAt ?? 0) + sessions.longestMs - Date.now());
  leaveUnused(req);
  return { leftMs, isWelcome: () => isKept(ground.db, sessionID) };
}

/** A request that is no use of its session: without it neither the cookie nor the store hears of the request's end. */
export function leaveUnused(req: Request): void {
  Reflect.deleteProperty(req, 'session');
}

export function isInUse(req: Request): boolean {
  return 'session' in req;
}

async function isKept(db: Db, sid: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('sid')
    .where('sid', '=', sid)
    .where('expire', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row !== undefined;
}

export function regenerate(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error?: Error | null) => (error ? reject(error) : resolve()));
  });
}

export function save(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.save((error?: Error | null) => (error ? reject(error) : resolve()));
  });
}

export function destroy(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error?: Error | null) => (error ? reject(error) : resolve()));
  });
}
