import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Label } from '../domain/label';
import type { Role } from '../domain/vocabulary';
import type { Tx } from '../infra/db/connect';
import type { Answer } from './http/answer';
import { expectedVersion } from './http/precondition';
import { bodyOf, contentOf, paramsOf, queryOf } from './http/request';
import { afterWaiting, changeOnce } from './http/change';
import { idempotencyKeyOf, isKeyUsed } from './http/idempotency';
import { Problem } from './http/problem';
import { through } from './http/through';
import { type UploadedFile, withUpload } from './http/upload';
import { type Caller, callerOf, checkRole } from './identity/caller';
import { API } from './paths';
import { noteRefusal } from './refusalLog';
import type { Services } from './services';

/** Who may call a route; what they may do there is decided by the record. */
export type Who = 'anyone' | 'signedIn' | readonly Role[];

/** What a handler is given: checked, typed, and nothing else of the request. */
export interface Input<P, Q, B, C> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** What a route with an `upload` received; none on the others. */
  readonly files: readonly UploadedFile[];
  /** Who calls; null on a route for anyone. */
  readonly caller: C;
  /** The version that the caller saw. @throws Problem without a usable If-Match */
  readonly expectedVersion: () => number;
  /** Path and query as they were asked for. */
  readonly address: string;
  readonly req: Request;
  readonly res: Response;
}

/** What is known of a request before its body is read. */
type Head<P, Q, C> = Omit<Input<P, Q, never, C>, 'body' | 'files'>;

type Given<S> = S extends z.ZodType ? z.output<S> : undefined;
type CallerOf<W> = W extends 'anyone' ? null : Caller;

interface Line<W extends Who, P, Q, B, A extends z.ZodType> {
  readonly path: `/${string}`;
  /** Outside the API's own prefix. */
  readonly at?: 'root';
  readonly who: W;
  readonly summary: Label;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
}

/** A route that only reads. A POST that changes nothing (a preview) is one too. */
export interface Reading<W extends Who, P, Q, B, A extends z.ZodType> extends Line<W, P, Q, B, A> {
  readonly method: 'get' | 'post';
  /** The media types of other forms in which the route answers, where the caller asks for one. */
  readonly alsoAs?: readonly string[];
  /** Another status under which it answers in the shape of its contract. */
  readonly alsoStatus?: 404;
  /** The media types in which the route answers in place of JSON: it hands out a file. */
  readonly answersIn?: readonly string[];
  readonly reads: (
    input: Input<Given<P>, Given<Q>, Given<B>, CallerOf<W>>,
  ) => Promise<Answer<z.input<A> | Buffer | Readable>>;
}

/** A route that changes something, once: a POST asks for an Idempotency-Key and acts in one transaction. */
export interface Changing<W extends Who, P, Q, B, A extends z.ZodType> extends Line<W, P, Q, B, A> {
  readonly method: 'post' | 'put' | 'delete';
  readonly status: 200 | 201;
  /** Whether the change is made to something that the caller has seen. */
  readonly precondition: 'ifMatch' | 'none';
  /**
   * Takes a body of files (multipart/form-data), this many at most, with `body` as its other fields. They are
   * received and looked at before the transaction begins; `admits` refuses before anything is received.
   */
  readonly upload?: {
    readonly files: number;
    readonly admits: (head: Head<Given<P>, Given<Q>, CallerOf<W>>) => Promise<unknown>;
  };
  readonly changes: (
    tx: Tx,
    input: Input<Given<P>, Given<Q>, Given<B>, CallerOf<W>>,
  ) => Promise<Answer<z.input<A>>>;
  /** For `Prefer: wait`: the answer again once the case has moved on, or the seconds are over. */
  readonly waits?: (
    answer: Answer<z.input<A>>,
    input: Input<Given<P>, Given<Q>, Given<B>, CallerOf<W>>,
    seconds: number,
  ) => Promise<Answer<z.input<A>>>;
}

/** A route as the server mounts it and the description lists it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `base`. */
  readonly path: string;
  readonly base: string;
  readonly who: Who;
  readonly summary: Label;
  readonly params: z.ZodObject | undefined;
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType;
  readonly alsoAs: readonly string[];
  readonly alsoStatus: 404 | undefined;
  readonly answersIn: readonly string[] | undefined;
  /** How many files it takes at most, where it takes any. */
  readonly files: number | undefined;
  readonly status: 200 | 201;
  readonly changes: boolean;
  readonly precondition: 'ifMatch' | 'none';
  readonly waits: boolean;
  readonly run: (services: Services, req: Request, res: Response) => Promise<Answer<unknown>>;
}

/** One line of the API: method, path, permission, schemas and handler. */
export function route<
  const W extends Who,
  A extends z.ZodType,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(line: Reading<W, P, Q, B, A> | Changing<W, P, Q, B, A>): Route {
  return {
    method: line.method,
    path: line.path,
    base: line.at === 'root' ? '' : API,
    who: line.who,
    summary: line.summary,
    params: line.params,
    query: line.query,
    body: line.body,
    answer: line.answer,
    alsoAs: 'reads' in line ? (line.alsoAs ?? []) : [],
    alsoStatus: 'reads' in line ? line.alsoStatus : undefined,
    answersIn: 'reads' in line ? line.answersIn : undefined,
    files: 'changes' in line ? line.upload?.files : undefined,
    status: 'changes' in line ? line.status : 200,
    changes: 'changes' in line,
    precondition: 'changes' in line ? line.precondition : 'none',
    waits: 'changes' in line && line.waits !== undefined,
    async run(services, req, res) {
      const caller = await known(services, line.who, req, res);
      try {
        if (caller && Array.isArray(line.who)) checkRole(caller, line.who);
        const head: Head<Given<P>, Given<Q>, CallerOf<W>> = {
          params: paramsOf(line.params, req) as Given<P>,
          query: queryOf(line.query, req.query) as Given<Q>,
          caller: caller as CallerOf<W>,
          expectedVersion: () => expectedVersion(req.get('if-match')),
          address: req.originalUrl,
          req,
          res,
        };
        return await handle(services, line, head);
      } catch (error) {
        await noteRefusal(services, { caller, path: line.path, req }, error);
        throw error;
      }
    },
  };
}

async function handle<W extends Who, P, Q, B extends z.ZodType | undefined, A extends z.ZodType>(
  services: Services,
  line: Reading<W, P, Q, B, A> | Changing<W, P, Q, B, A>,
  head: Head<Given<P>, Given<Q>, CallerOf<W>>,
): Promise<Answer<z.input<A> | Buffer | Readable>> {
  if ('changes' in line && line.upload) return receive(services, line, line.upload, head);
  const body = (await bodyOf(line.body, head.req, head.res)) as Given<B>;
  const input = { ...head, body, files: [] };
  return 'reads' in line ? line.reads(input) : changeOnce(services, line, input);
}

/** A change that brings files: none is received from who may not bring it, none is left where it is refused. */
async function receive<W extends Who, P, Q, B extends z.ZodType | undefined, A extends z.ZodType>(
  services: Services,
  line: Changing<W, P, Q, B, A>,
  { files: mostFiles, admits }: NonNullable<Changing<W, P, Q, B, A>['upload']>,
  head: Head<Given<P>, Given<Q>, CallerOf<W>>,
): Promise<Answer<z.input<A>>> {
  const { papers, ground } = services;
  const key = idempotencyKeyOf(head.req.get('idempotency-key'));
  await admits(head).catch(async (refusal: unknown) => {
    if (!(await isKeyUsed(ground.db, head.caller?.actor.sub ?? '', key))) throw refusal;
  });
  return withUpload(papers, head.req, head.res, mostFiles, async ({ fields, files }) => {
    const input = { ...head, body: contentOf(line.body, fields) as Given<B>, files };
    // By this a repetition is known, as it is by the body of any other request.
    head.req.body = { fields, files: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) };
    const { method, changes } = line;
    const answer = await papers.keepingTurns(() => changeOnce(services, { method, changes }, input));
    return afterWaiting(line, answer, input);
  });
}

/** Who calls; null on a route for anyone. */
async function known(services: Services, who: Who, req: Request, res: Response): Promise<Caller | null> {
  if (who === 'anyone') {
    await through(services.limiters.anonymous, req, res);
    return null;
  }
  const caller = await callerOf(services, req, res).catch(async (error: unknown) => {
    // Who proves nothing is counted as their address, or tokens could be tried without end.
    if (error instanceof Problem) await through(services.limiters.anonymous, req, res);
    throw error;
  });
  await through(services.limiters.account(caller.actor.sub), req, res);
  return caller;
}
