import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { createApp } from '../../api/app';
import { type Limits, usualLimits } from '../../api/http/limits';
import type { HubPace } from '../../api/live/hub';
import { resources } from '../../api/resources';
import { verificationRoutes } from '../../api/routes/verifications';
import { assemble } from '../../api/services';
import type { Actor } from '../../domain/actor';
import { valuesOf } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { roles } from '../../domain/vocabulary';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import type { Database } from '../../infra/db/connect';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { createSealedDocuments } from '../../infra/documents/store';
import { type NewAccount, upsertAccounts } from '../../infra/identity/accounts';
import { createPaperDesk } from '../../infra/papers/desk';
import type { FieldCipher } from '../../infra/personal/cipher';
import type { Ground } from '../../infra/record/ground';
import type { SessionLimits } from '../../infra/settings';
import { planVersion } from '../../infra/plan/repository';
import { diskStorage } from '../../infra/storage/disk';
import { testDatabase, type TestDatabase } from '../database';
import { testCipher } from '../world/cipher';
import { applicant, official } from '../world/people';
import { AUDIENCE, CLIENT, type Issuer, startIssuer } from './issuer';
import { type Answered, checkContract } from './wire';

export interface Request {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HouseOptions {
  readonly limits?: Limits;
  readonly sessionLimits?: SessionLimits;
  readonly livePace?: HubPace;
  readonly publicUrl?: string;
  /** The database and ground of a world, whose worker conducts the cases. */
  readonly on?: { readonly database: TestDatabase; readonly ground: Ground };
  readonly log?: Logger;
  readonly personal?: FieldCipher;
  /** Another way to the database, where a test breaks it. */
  readonly database?: (url: string) => Promise<Database>;
}

export const stranger: Actor = {
  sub: 'applicant-of-another',
  unit: null,
  organisation: 'another-organisation',
  roles: ['applicant'],
};
export const administrator: Actor = {
  sub: 'administrator-1',
  unit: null,
  organisation: null,
  roles: ['administrator'],
};

/** A small office's officer: may draft and may sign, but not both on one case. */
export const signingOfficer: Actor = {
  sub: 'shiqiao-signing-officer',
  unit: 'shiqiao',
  organisation: null,
  roles: ['caseOfficer', 'decisionMaker'],
};

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The API as in production on a database and an issuer of its own, with a clock that stands still; no engine. */
export async function openHouse(options: HouseOptions = {}) {
  const owned = options.on?.database ?? (await testDatabase());
  const database = (await options.database?.(owned.url)) ?? owned;
  const issuer = await startIssuer();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-api-'));
  let calendar = loadCalendar([]);
  const time = { now: new Date('2026-09-28T02:00:00.000Z') };
  const ground: Ground = options.on?.ground ?? {
    db: database.db,
    clock: { now: () => Promise.resolve(time.now) },
    calendar: () => Promise.resolve(calendar),
    mailDomain: 'onewindow.test',
    graceSeconds: 0,
    personal: options.personal ?? testCipher(),
  };
  let listener: RequestListener = (_req, res) => res.end();
  const server = createServer((req, res) => listener(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publicUrl = options.publicUrl ?? address;
  const stop = new AbortController();
  const temporal = { up: true };
  const papers = createPaperDesk(diskStorage(join(folder, 'papers')), join(folder, 'incoming'));
  const signingKey = await loadSigningKey(join(folder, 'key.json'), 'development');
  const services = assemble({
    database,
    ground,
    publicUrl,
    documents: createSealedDocuments(ground, signingKey, publicUrl),
    signingKey,
    papers,
    identityClient: { issuer: issuer.url, audience: AUDIENCE, ...CLIENT },
    temporal: () => (temporal.up ? Promise.resolve() : Promise.reject(new Error('away'))),
    sessionSecret: 'a-secret-of-the-tests-that-is-long-enough',
    log: options.log ?? pino({ level: 'silent' }),
    stopping: stop.signal,
    limits: options.limits ?? usualLimits,
    ...(options.sessionLimits && { sessionLimits: options.sessionLimits }),
    ...(options.livePace && { livePace: options.livePace }),
  });
  listener = createApp(services);
  const version = await planVersion(owned.db, 'xiacheng@1');
  await knowEverybody(owned.url, issuer, version.plan, ground.personal);
  const routes = [...resources(services), ...verificationRoutes(services)];

  const house = {
    address,
    folder,
    publicUrl,
    issuer,
    time,
    temporal,
    services,
    routes,
    version,
    database: owned,
    stop,
    /** One request as somebody (null: nobody), its answer held against the contract. */
    async call(who: Actor | null, method: string, path: string, request: Request = {}): Promise<Answered> {
      const { body, headers = {} } = request;
      const response = await fetch(address + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(who && { authorization: `Bearer ${await tokenOf(issuer, who.sub)}` }),
          ...(body !== undefined && !isForm(body) && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' || isForm(body) ? body : JSON.stringify(body),
        }),
      });
      const answered = await answeredOf(response);
      if (method !== 'HEAD') checkContract(routes, method, path, answered);
      return answered;
    },
    /** Lets these days be holidays from now on. */
    useHolidays(dates: readonly string[]) {
      const name = { zh: '停工', en: 'closed' };
      calendar = loadCalendar(dates.map((date) => ({ date, kind: 'holiday' as const, name })));
    },
    /** Enters an account for somebody. */
    knowAs: (who: Actor) => upsertAccounts(owned.url, issuer.url, [accountOf(who)], ground.personal),
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      services.sessions.close();
      await papers.close();
      await issuer.close();
      if (database !== owned) await database.close();
      if (!options.on) await owned.close();
      rmSync(folder, { recursive: true });
    },
  };
  return house;
}

export async function answeredOf(response: Response): Promise<Answered> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    bytes,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
  };
}

/** A form brings its own content type, boundary and all. */
function isForm(body: unknown): body is FormData {
  return body instanceof FormData;
}

const tokens = new Map<string, Promise<string>>();

function tokenOf(issuer: Issuer, sub: string): Promise<string> {
  const key = `${issuer.url} ${sub}`;
  const token = tokens.get(key) ?? issuer.token(sub);
  tokens.set(key, token);
  return token;
}

function accountOf(actor: Actor): NewAccount {
  return {
    ...actor,
    name: { zh: `人员 ${actor.sub}`, en: `Person ${actor.sub}` },
    email: `${actor.sub}@example.org`,
  };
}

/** Two people for every role in every unit, two applicants and an administrator. */
async function knowEverybody(url: string, issuer: Issuer, plan: Plan, personal: FieldCipher): Promise<void> {
  const officials = plan.units.flatMap(({ id }) =>
    valuesOf(roles).flatMap((role) => [official(id, role), official(id, role, 2)]),
  );
  const accounts = [...officials, applicant, stranger, administrator, signingOfficer].map(accountOf);
  await upsertAccounts(url, issuer.url, accounts, personal);
}
