import { Client } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { type Activities, createActivities } from '../../activities';
import type { ActBody } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { ApplicationFacts } from '../../domain/application';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { Calendar } from '../../domain/calendar';
import type { PlanVersion } from '../../domain/plan';
import { awaitsConductor, openItems, standsAt } from '../../domain/process';
import type { Step } from '../../domain/vocabulary';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { planVersion } from '../../infra/plan/repository';
import { record } from '../../infra/record/act';
import { eventsAfter } from '../../infra/record/events';
import type { Ground } from '../../infra/record/ground';
import { type Relay, startRelay } from '../../infra/record/relay';
import { submit } from '../../infra/record/submission';
import { createWake } from '../../worker/wake';
import type { Standing } from '../../workflows/api';
import { TASK_QUEUE, workflowIdOf } from '../../workflows/names';
import { testDatabase } from '../database';
import { testGround } from '../ground/testGround';
import { straightAnswer } from './answers';
import { application } from './applications';
import { testCipher } from './cipher';
import { caughtMail, caughtPush, type Outside, plainDocuments } from './outside';
import { bringPapers } from './papers';
import { answererOf, applicant, ORGANISATION } from './people';
import { awaitsPerson } from '../../infra/client/straightAct';
import { timeSkippingEngine } from './engines';
import { until } from './until';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * Nothing is kept between tasks: each one replays its history, and a new worker needs no sticky queue to time out,
 * which the test server never lets happen (but a query in between costs ten seconds now and then). It gives one more task to each poll of a worker that has gone, and waits
 * for it in vain.
 */
const onTestServer = {
  maxCachedWorkflows: 0,
  maxConcurrentWorkflowTaskPolls: 1,
  maxConcurrentActivityTaskPolls: 1,
};

interface WorldOptions {
  readonly planId?: string;
  /** For how long letters are held back. */
  readonly graceSeconds?: number;
  /** Another engine, whose time only goes by. */
  readonly startEngine?: typeof timeSkippingEngine;
  /** A release that does something otherwise. */
  readonly changed?: (activities: Activities) => Activities;
  /** Whether the worker is stopped on the way: then nothing may be kept in its memory. */
  readonly worker?: 'steady' | 'stopped';
}

/** Record, outbox, workflows and activities as in production, on the time-skipping server and its clock. */
export async function createWorld({
  planId = 'xiacheng@1',
  graceSeconds = 0,
  startEngine = timeSkippingEngine,
  changed = (activities) => activities,
  worker: kind = 'steady',
}: WorldOptions = {}) {
  const database = await testDatabase();
  const { workflowBundle } = testGround();
  const env = await startEngine();
  // The environment's own client would let time run while it awaits a result; this one never does.
  const client = new Client({ connection: env.connection });
  let calendar: Calendar = loadCalendar([]);
  let aheadMs = 0;
  const ground: Ground = {
    db: database.db,
    clock: { now: async () => new Date((await env.currentTimeMs()) + aheadMs) },
    calendar: () => Promise.resolve(calendar),
    mailDomain: 'onewindow.test',
    graceSeconds,
    personal: testCipher(),
  };
  const outside: Outside = { mails: [], pushes: [], mailFaults: [], pushFaults: [], pushesAway: new Map() };
  const version: PlanVersion = await planVersion(database.db, planId);
  const activities = changed(
    createActivities({
      ground,
      mailer: caughtMail(outside),
      push: caughtPush(outside),
      documents: plainDocuments,
      letters: { pdf: (_caseId, { no }) => Promise.resolve(Buffer.from(`%PDF ${no}`)) },
      letterhead: { publicUrl: 'http://onewindow.test', sealDir: null },
      client,
    }),
  );

  let worker: { instance: Worker; running: Promise<void> } | null = null;
  let relay: Relay | null = null;
  const wake = createWake(client, database.db);

  const world = {
    database,
    env,
    ground,
    outside,
    version,
    wake,
    useCalendar(next: Calendar) {
      calendar = next;
    },
    async startWorker() {
      const instance = await Worker.create({
        connection: env.nativeConnection,
        taskQueue: TASK_QUEUE,
        workflowBundle: { codePath: workflowBundle },
        activities,
        ...(kind === 'stopped' && onTestServer),
      });
      worker = { instance, running: instance.run() };
    },
    async stopWorker() {
      worker?.instance.shutdown();
      await worker?.running;
      worker = null;
    },
    startRelay() {
      relay = startRelay(database.db, wake, (error) => {
        throw error;
      });
    },
    async stopRelay() {
      await relay?.close();
      relay = null;
    },
    now: () => ground.clock.now(),
    async today() {
      return dateInShanghai(await ground.clock.now());
    },
    /** Lets the business clock and the engine reach an instant. */
    async sleepUntil(instant: string) {
      aheadMs = 0;
      const left = Date.parse(instant) - (await env.currentTimeMs());
      if (left > 0) await env.sleep(left);
    },
    /** Lets the business clock reach an instant while the engine is down: the engine's stands still. */
    async passWithoutEngine(instant: string) {
      aheadMs = Date.parse(instant) - (await env.currentTimeMs());
    },
    /** Brings the engine back at the time that the business clock has reached. */
    async resumeEngine() {
      const now = await ground.clock.now();
      await world.startWorker();
      world.startRelay();
      await world.sleepUntil(now.toISOString());
    },
    async submit(changes: Partial<ApplicationFacts> = {}, receivedOn?: string): Promise<CaseFile> {
      return database.db.transaction().execute((tx) =>
        submit(tx, ground, {
          application: application(changes),
          actor: applicant,
          organisation: ORGANISATION,
          version,
          channel: receivedOn === undefined ? 'portal' : 'counter',
          ...(receivedOn === undefined ? {} : { receivedOn }),
        }),
      );
    },
    async caseFile(caseId: string): Promise<CaseFile> {
      const { state } = await database.db
        .selectFrom('case_file')
        .select('state')
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      return state;
    },
    events: (caseId: string) => eventsAfter(database.db, caseId, 0),
    async act(caseId: string, workItem: string | null, body: ActBody, actor: Actor): Promise<CaseFile> {
      const acted = await database.db
        .transaction()
        .execute((tx) => record(tx, ground, { caseId, workItem, body, actor }));
      return acted.file;
    },
    /** Answers one open step of a case, on the straight path unless a body is given. */
    async answer(caseId: string, stepId: string, body?: ActBody): Promise<CaseFile> {
      const file = await world.caseFile(caseId);
      const item = openItems(file).find((each) => each.stepId === stepId);
      if (!item) throw new Error(`${stepId} is not open in ${caseId}`);
      if (item.step === 'submitSupport') await bringPapers(database.db, file);
      const answer = body ?? straightAnswer(file, item, await world.today());
      return world.act(caseId, item.id, answer, answererOf(item, answer.act));
    },
    /** Answers everything that waits for a person, until a step of this kind is open or the case is closed. */
    async advance(caseId: string, to: Step | 'end'): Promise<CaseFile> {
      for (;;) {
        const file = await world.moved(caseId);
        const waiting = openItems(file).filter(awaitsPerson);
        if (file.outcome !== null || waiting.some((item) => item.step === to)) return world.settled(caseId);
        const item = waiting[0];
        if (item) await world.answer(caseId, item.stepId);
      }
    },
    /** The case once the next move is a person's. */
    moved(caseId: string): Promise<CaseFile> {
      return until(`${caseId} waits for a person`, async () => {
        const file = await world.caseFile(caseId);
        return awaitsNobodyElse(file) ? file : null;
      });
    },
    /** The case once its workflow has done all that it can without a person, and read what there is. */
    settled(caseId: string): Promise<CaseFile> {
      return until(`${caseId} settles`, async () => {
        const file = await world.caseFile(caseId);
        return awaitsNobodyElse(file) && (await world.hasRead(caseId, file.seq)) ? file : null;
      });
    },
    async hasRead(caseId: string, seq: number): Promise<boolean> {
      const handle = client.workflow.getHandle(workflowIdOf(caseId));
      const standing = await handle.query<Standing>('standing').catch(() => null);
      return standing !== null && standing.readUpTo >= seq;
    },
    /** How the workflow of a case ended, once it has. */
    finished(caseId: string): Promise<string | null> {
      return until(`the workflow of ${caseId} completes`, async () => {
        const handle = client.workflow.getHandle(workflowIdOf(caseId));
        const status = await handle.describe().then(
          (execution) => execution.status.name,
          () => null,
        );
        return status === 'COMPLETED' ? ((await handle.result()) as string | null) : null;
      });
    },
    handle: (caseId: string) => client.workflow.getHandle(workflowIdOf(caseId)),
    async close() {
      await world.stopRelay();
      await world.stopWorker();
      await env.teardown();
      await database.close();
    },
  };
  await world.startWorker();
  world.startRelay();
  return world;
}

function awaitsNobodyElse(file: CaseFile): boolean {
  if (file.outcome !== null) return true;
  // A supervised institution may have nothing to do until its next visit, a named site or a support nothing at all.
  const lasts = !!file.supervision || ['named', 'supported'].includes(standsAt(file) ?? '');
  return !awaitsConductor(file) && (lasts || openItems(file).some(awaitsPerson));
}
