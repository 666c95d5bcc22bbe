import { Writable } from 'node:stream';
import { pino } from 'pino';
import { MailRefused } from '../../activities/mailer';
import { SYSTEM } from '../../domain/itinerary';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { openItems } from '../../domain/process';
import { logOptions } from '../../infra/log';
import { type House, openHouse, administrator, stranger } from '../api/house';
import { actOn, begin, newKey, submitDraft } from '../api/way';
import { straightAnswer } from '../world/answers';
import { answererOf, applicant, official } from '../world/people';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';
import { dump } from './dump';
import { leaksIn, planted, plantedApplication } from './planted';

jest.setTimeout(120_000);

let world: World;
let house: House;
let caseId: string;
/** What processes write while the case is on its way: the API's log, and whatever else goes to the terminal. */
const logged: string[] = [];
/** What people who may read the case are shown of it. */
const shown: string[] = [];
/** What the engine shows of a mail that is being tried. */
let failing = '';

beforeAll(async () => {
  const terminal = listenToTerminal();
  const log = pino(
    logOptions,
    new Writable({
      write(line, _, done) {
        logged.push(String(line));
        done();
      },
    }),
  );
  world = await createWorld();
  house = await openHouse({ on: world, log });
  caseId = await submitted();
  await disturb();
  await finish();
  await look();
  terminal.stop();
});
afterAll(async () => {
  await house.close();
  await world.close();
});

describe('a person planted in an application is found, once the case has come to its end,', () => {
  it('in no table of the database', async () => {
    const tables = await dump(world.database.url);
    expect(tables.get('application')).toContain(caseId);
    expect(tables.get('idempotency_key')).toContain(caseId);
    expect(tables.get('audit_entry')).toContain('personalDataShown');
    const leaks = [...tables].flatMap(([table, rows]) => leaksIn(rows).map((value) => [table, value]));
    expect(leaks).toEqual([]);
  });

  it('in no history of the engine, and in no search attribute', async () => {
    const handle = world.handle(caseId);
    const { events } = await handle.fetchHistory();
    const history = JSON.stringify(events).replace(/"data":"([^"]*)"/g, (_, data: string) =>
      Buffer.from(data, 'base64').toString('utf8'),
    );
    expect(history).toContain(caseId);
    expect(failing).toContain('p***@planted.example');
    expect(leaksIn(history + failing)).toEqual([]);
    const { typedSearchAttributes, memo } = await handle.describe();
    const attributes = JSON.stringify(typedSearchAttributes.getAll());
    expect(attributes).toContain('shiqiao');
    expect(leaksIn(attributes + JSON.stringify(memo))).toEqual([]);
  });

  it('in no line of a log, addresses included', () => {
    const text = logged.join('');
    expect(text).toContain(`/api/v1/cases/${caseId}/personal-data`);
    expect(leaksIn(text)).toEqual([]);
  });

  it('in nothing that is shown without asking', () => {
    expect(shown.join('')).toContain('139****8888');
    expect(leaksIn(shown.join(''))).toEqual([]);
  });

  it('in the mails, which go to that address and name nobody', () => {
    const { mails } = world.outside;
    expect(mails.length).toBeGreaterThan(3);
    expect(mails.every(({ to }) => to === planted.email)).toBe(true);
    expect(mails.flatMap(({ subject, text, html }) => leaksIn(subject + text + html))).toEqual([]);
  });
});

async function submitted(): Promise<string> {
  const { contact, ...rest } = plantedApplication();
  // A request that is refused says why without the values.
  const wrong = await begin(house, { ...rest, contact: { ...contact, unknown: planted.phone } });
  expect(wrong.status).toBe(422);
  shown.push(wrong.text);
  const { status, body } = await submitDraft(house, await begin(house, plantedApplication()));
  expect(status).toBe(201);
  return body.caseId as string;
}

/** Whatever may carry a value to where it does not belong: refusals, reasons, a mail server that repeats the address. */
async function disturb(): Promise<void> {
  await until('the first notice is sent', async () => world.outside.mails[0] ?? null);
  world.outside.mailFaults.push(
    new Error(`450 <${planted.email}> try again later`),
    new Error(`450 <${planted.email}> try again later`),
    new MailRefused(`550 <${planted.email}> no such mailbox`),
  );
  const file = await world.settled(caseId);
  const accept = openItems(file)[0];
  if (!accept) throw new Error('nothing is open');
  expect((await actOn(house, accept, { act: 'accept' }, official('fire', 'reviewer'))).status).toBe(403);
  const named = { act: 'decline', reason: `${planted.person}未接听 ${planted.phone}` };
  const refused = await actOn(house, accept, named, answererOf(accept, 'decline'));
  expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'personalValue']);
  shown.push(refused.text);
  // Somebody types it into a search: what stands after the question mark is nobody's business.
  shown.push((await house.call(null, 'GET', `/api/v1/register?name=${planted.phone}`)).text);
  shown.push((await house.call(null, 'GET', `/api/v1/register?number=${planted.phone}`)).text);
  for (const reader of [stranger, administrator]) {
    await house.call(reader, 'POST', `/api/v1/cases/${caseId}/personal-data`, {
      body: { purpose: `联系${planted.person}` },
      headers: newKey(),
    });
  }
}

/** Takes the case to its certificate, every act through the API, while the worker conducts. */
async function finish(): Promise<void> {
  for (;;) {
    const file = await world.settled(caseId);
    if (file.outcome !== null) break;
    const item = openItems(file).find(({ unit }) => unit !== SYSTEM);
    if (!item) throw new Error('nothing is open');
    await answer(file, item);
    failing ||= await failingActivity();
  }
  // What mail cannot serve waits for a person, and the workflow of the closed case with it.
  await until('every notice is sent, or refused as one is', async () => {
    const rows = await world.database.db.selectFrom('notice').select('status').execute();
    const waiting = rows.some(({ status }) => status === 'queued' || status === 'sending');
    return !waiting && rows.some(({ status }) => status === 'failed') ? true : null;
  });
  const closed = await world.settled(caseId);
  for (const item of openItems(closed)) await answer(closed, item);
  expect(await world.finished(caseId)).toBe('certified');
}

async function answer(file: CaseFile, item: WorkItem): Promise<void> {
  const body = straightAnswer(file, item, await world.today());
  const answered = await actOn(house, item, body, answererOf(item, body.act));
  expect(answered.status).toBe(200);
  shown.push(answered.text);
}

function failingActivity(): Promise<string> {
  return until('the engine shows the mail that fails', async () => {
    const { raw } = await world.handle(caseId).describe();
    const activity = raw.pendingActivities?.find(({ lastFailure }) => lastFailure);
    return activity ? JSON.stringify(activity) : null;
  });
}

async function look(): Promise<void> {
  const paths = ['', '/events', '/deadlines'].map((path) => `/api/v1/cases/${caseId}${path}`);
  for (const path of [
    ...paths,
    '/api/v1/cases',
    '/api/v1/registrations',
    '/api/v1/filings',
    '/api/v1/register',
  ]) {
    for (const reader of [administrator, applicant, official('shiqiao', 'reviewer')]) {
      const { status, text } = await house.call(reader, 'GET', path);
      expect([path, status]).toEqual([path, 200]);
      shown.push(text);
    }
  }
}

/** Hears what is written to the terminal, and lets it pass. */
function listenToTerminal(): { stop(): void } {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: unknown[]) => (
      logged.push(String(chunk)),
      write(chunk, ...rest)
    );
    return write;
  });
  return {
    stop: () => streams.forEach((stream, index) => (stream.write = writes[index] as typeof stream.write)),
  };
}
