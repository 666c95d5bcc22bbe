import pg from 'pg';
import { database } from '../../infra/doctor/database';
import type { Finding } from '../../infra/doctor/finding';
import { outbox } from '../../infra/doctor/outbox';
import { plan } from '../../infra/doctor/plan';
import { reconciliation } from '../../infra/doctor/reconciliation';
import { subjectOf } from '../../infra/doctor/subject';
import { testDatabase, type TestDatabase } from '../database';
import { databaseUrl, testGround } from '../ground/testGround';

/** As the owner of the tables, who may do what the application may not. */
async function asOwner(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const english = (findings: readonly Finding[]) => findings.map(({ condition, what }) => [condition, what.en]);

describe('npm run doctor on a database', () => {
  let record: TestDatabase;
  beforeEach(async () => {
    record = await testDatabase();
  });
  afterEach(() => record.close());

  const subject = (url = record.url) => subjectOf({ DATABASE_URL: url });

  it('finds a migrated one well, whose application may only append', async () => {
    expect(english(await database(subject()))).toEqual([
      ['well', 'PostgreSQL is reached and migrated'],
      ['well', 'The role of API and worker may only append to the record'],
    ]);
  });

  it('says what an empty one lacks, and nothing of what it would hold', async () => {
    const empty = databaseUrl(testGround().postgresUrl, 'postgres');
    const [found] = await database(subject(empty));
    expect(found).toMatchObject({ condition: 'ill', mend: { en: expect.stringContaining('npm start') } });
    expect(found?.what.en).toContain('001_roles, 002_plan_version, 003_record, 004_people');
    expect([await plan(subject(empty)), await outbox(subject(empty))]).toEqual([[], []]);
  });

  it('says where the database is newer than the release', async () => {
    await asOwner(record.url, `insert into migration (name, run_on) values ('900_later', now())`);
    expect(english(await database(subject()))).toEqual([
      ['ill', 'The database is newer than this release: 900_later'],
    ]);
  });

  it.each([
    ['may change events', 'grant update on event to onewindow_app', 'event update'],
    ['may remove documents', 'grant delete on document to onewindow_app', 'document delete'],
    ['may not append', 'revoke insert on event from onewindow_app', 'no insert event'],
    [
      'is not held back by the trigger',
      'alter table event disable trigger event_is_append_only',
      'event_is_append_only disabled',
    ],
  ])('says where the application %s', async (_, statement, named) => {
    await asOwner(record.url, statement);
    const found = (await database(subject())).at(-1);
    expect(found).toMatchObject({ condition: 'ill' });
    expect(found?.what.zh).toContain(named);
  });

  it.each([
    ['password', (url: URL) => (url.password = 'wrong')],
    ['database', (url: URL) => (url.pathname = '/nowhere')],
  ])('names DATABASE_URL where the %s is wrong', async (_, change) => {
    const url = new URL(record.url);
    change(url);
    expect(await database(subject(url.href))).toMatchObject([
      { condition: 'ill', mend: { en: expect.stringContaining('DATABASE_URL') } },
    ]);
  });

  it('counts what in the plan the bureau has yet to confirm', async () => {
    const [inForce, open] = await plan(subject());
    expect(inForce).toMatchObject({ condition: 'well', what: { zh: expect.stringContaining('xiacheng@1') } });
    expect(open).toMatchObject({ condition: 'doubtful' });
    expect(open?.what.en).toMatch(/^\d+ entries of the plan are not confirmed/);
  });

  it('says where no plan is in force', async () => {
    await asOwner(record.url, 'alter table plan_version disable trigger user', 'delete from plan_version');
    const [found] = await plan(subject());
    expect(found).toMatchObject({ condition: 'ill', mend: { en: expect.stringContaining('publish') } });
  });

  it('says that holidays are known only so far, while a limit is provisional', async () => {
    await asOwner(record.url, aCase, provisionalItem);
    const found = (await plan(subject())).at(-1);
    expect(found).toMatchObject({ condition: 'doubtful' });
    expect(found?.what.en).toMatch(/only through \d{4}-12-28: limits beyond are provisional \(1 items now\)/);
  });

  it('tells what the nightly comparison found, once there was one', async () => {
    expect(await reconciliation(subject())).toEqual([]);
    const compared = (at: string, differences: readonly object[]) =>
      record.db
        .insertInto('reconciliation')
        .values({ at, cases: 3, differences: JSON.stringify(differences) })
        .execute();
    await compared('2026-09-28T19:30:00.000Z', []);
    expect(english(await reconciliation(subject()))).toEqual([
      ['well', 'Record and workflows agree: 3 cases'],
    ]);
    await compared('2026-09-29T19:30:00.000Z', [
      { kind: 'workflowMissing', caseId: 'X-1', about: 'event 3' },
    ]);
    expect(english(await reconciliation(subject()))).toEqual([
      ['doubtful', 'Record and workflows differ in 1 places'],
    ]);
  });

  it('counts wake-ups that wait for long, and pushes and mails that fail', async () => {
    expect(english(await outbox(subject()))).toEqual([
      ['well', '0 cases wait to be conducted, none for long'],
    ]);
    await asOwner(record.url, aCase, wakeUp, failingPush, refusedNotice);
    const found = await outbox(subject());
    expect(found.map(({ condition }) => condition)).toEqual(['doubtful', 'doubtful', 'doubtful']);
    expect(found[0]?.what.en).toMatch(/^1 cases wait to be conducted, the oldest for \d+ s$/);
    expect(found[1]?.what.en).toBe('1 registrations have not arrived at the health bureau');
    expect(found[2]?.what.en).toBe('1 notices could not be mailed');
  });
});

const aCase = `
  insert into case_file (case_id, institution_id, application_id, plan_version, state, seq, last_at, last_hash, stage, service_mode, ownership,
    subdistrict, organisation, lead, institution_name, units, received_on, opened_at)
  values ('X-1', 'X-1', 'X-1', 'xiacheng@1', '{}', 1, now() - interval '10 minutes', '', 'acceptance', 'private', 'nonProfit',
    'shiqiao', 'one', 'shiqiao', '示例', '{}', '2026-01-05', now())`;
const wakeUp = `insert into wake_up (case_id, up_to, last_error) values ('X-1', 1, 'no engine')`;
const failingPush = `insert into push (key, case_id, last_error) values ('p', 'X-1', '503')`;
const refusedNotice = `
  insert into notice (key, case_id, seq, template, recipient, locale, status, message_id, created_at,
    send_after)
  values ('n', 'X-1', 1, 'accepted', 'erased', 'zh', 'failed', 'm', now(), now())`;
const provisionalItem = `
  insert into work_item (id, case_id, stage, step, unit, organisation, round, status, limit_passed, stopped, due,
    due_at, provisional, opened_at, version)
  values ('w', 'X-1', 'acceptance', 'accept', 'shiqiao', 'one', 1, 'open', false, false, '2030-01-05', now(), true, now(), 1)`;
