import { EventEmitter, once } from 'node:events';
import { sql } from 'kysely';
import { createNoticeActivities } from '../../activities/deliverNotices';
import type { Mail } from '../../activities/mailer';
import { systemClock } from '../../infra/clock';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import type { SealedDocuments } from '../../infra/documents/store';
import { planVersion } from '../../infra/plan/repository';
import type { Ground } from '../../infra/record/ground';
import { submit } from '../../infra/record/submission';
import { testDatabase, type TestDatabase } from '../database';
import { application } from '../world/applications';
import { applicant, ORGANISATION } from '../world/people';

let database: TestDatabase;
let ground: Ground;
beforeEach(async () => {
  database = await testDatabase();
  ground = {
    db: database.db,
    clock: systemClock,
    calendar: () => Promise.resolve(loadCalendar([])),
    mailDomain: 'onewindow.test',
  };
});
afterEach(() => database.close());

/** A submission owes one notice. */
async function submitted(): Promise<string> {
  const version = await planVersion(database.db, 'xiacheng@1');
  const { caseId } = await database.db.transaction().execute((tx) =>
    submit(tx, ground, {
      application: application({}),
      actor: applicant,
      organisation: ORGANISATION,
      version,
      channel: 'portal',
    }),
  );
  return caseId;
}

/** What delivers notices by a mailer of its own, as a worker does. */
function courier(send: (mail: Mail) => Promise<void>) {
  const documents = { verifyUrl: (no: string) => no } as SealedDocuments;
  const letterhead = { publicUrl: 'http://onewindow.test' };
  return createNoticeActivities({ ground, mailer: { send, close: () => undefined }, documents, letterhead });
}

async function notice(caseId: string) {
  return database.db
    .selectFrom('notice')
    .select(['status', 'attempts'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
}

test('a try that hangs is not joined by a second one as long as its lease lasts', async () => {
  const caseId = await submitted();
  const hanging = hangs();
  const first = courier(hanging.send).deliverNotices({ caseId });
  await hanging.begun;
  const second = courier(() => Promise.resolve()).deliverNotices({ caseId });
  await expect(second).rejects.toThrow(/being sent by another try/);
  hanging.end();
  await first;
  expect(await notice(caseId)).toEqual({ status: 'sent', attempts: 1 });
});

test('a try that fails after a later one has sent the mail leaves it sent', async () => {
  const caseId = await submitted();
  const hanging = hangs();
  const late = courier(hanging.send).deliverNotices({ caseId });
  await hanging.begun;
  await sql`update notice set leased_until = now() - interval '1 second'`.execute(database.db);
  await courier(() => Promise.resolve()).deliverNotices({ caseId });
  hanging.end(new Error('the line was cut'));
  await expect(late).rejects.toThrow(/the line was cut/);
  expect(await notice(caseId)).toEqual({ status: 'sent', attempts: 2 });
});

/** A mail that is under way until it is told how it ends. */
function hangs() {
  const the = new EventEmitter();
  const begun = once(the, 'begun');
  const ended = once(the, 'ended');
  return {
    begun,
    send: async () => {
      the.emit('begun');
      await ended;
    },
    end: (error?: Error) => the.emit(error ? 'error' : 'ended', error),
  };
}
