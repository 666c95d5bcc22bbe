import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { planVersion } from '../../infra/plan/repository';
import { record } from '../../infra/record/act';
import type { Ground } from '../../infra/record/ground';
import { submit } from '../../infra/record/submission';
import { testDatabase, type TestDatabase } from '../database';
import { application } from '../world/applications';
import { testCipher } from '../world/cipher';
import { applicant, official, ORGANISATION } from '../world/people';

let database: TestDatabase;
let ground: Ground;
let now: Date;
beforeEach(async () => {
  database = await testDatabase();
  now = new Date('2026-12-28T02:00:00.000Z');
  ground = {
    db: database.db,
    clock: { now: () => Promise.resolve(now) },
    calendar: () => Promise.resolve(loadCalendar([])),
    mailDomain: 'onewindow.test',
    graceSeconds: 0,
    personal: testCipher(),
  };
});
afterEach(() => database.close());

class ChangedMind extends Error {}

async function submitted(subdistrict: string): Promise<string> {
  const version = await planVersion(database.db, 'xiacheng@1');
  const { caseId } = await database.db.transaction().execute((tx) =>
    submit(tx, ground, {
      application: application({ subdistrict }),
      actor: applicant,
      organisation: ORGANISATION,
      version,
      channel: 'portal',
    }),
  );
  return caseId;
}

function cases(count: number, subdistrict: string): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => submitted(subdistrict)));
}

/** Accepts a case in a transaction of its own. @returns 文号 */
function accept(caseId: string, subdistrict: string, end: 'commit' | 'rollback' = 'commit'): Promise<string> {
  return database.db.transaction().execute(async (tx) => {
    const { file } = await record(tx, ground, {
      caseId,
      workItem: `${caseId}.1.accept`,
      body: { act: 'accept' },
      actor: official(subdistrict, 'intakeClerk'),
    });
    if (end === 'rollback') throw new ChangedMind();
    return file.letters.at(-1)?.no ?? '';
  });
}

const numbered = (mark: string, year: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${mark}〔${year}〕${index + 1}号`);

test('letters of a unit and year have numbers without gaps or repeats when acts race and some are rolled back', async () => {
  const [shiqiao, dongxin] = [await cases(16, 'shiqiao'), await cases(5, 'dongxin')];
  const ends = await Promise.allSettled([
    ...shiqiao.map((caseId, index) => accept(caseId, 'shiqiao', index % 3 === 0 ? 'rollback' : 'commit')),
    ...dongxin.map((caseId) => accept(caseId, 'dongxin')),
  ]);
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  expect(failures).toHaveLength(6);
  expect(failures.every((failure) => failure instanceof ChangedMind)).toBe(true);
  const numbers = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  expect([...numbers].sort()).toEqual(
    [...numbered('下石桥托', 2026, 10), ...numbered('下东新托', 2026, 5)].sort(),
  );
});

test('an act that was rolled back takes the next number when it comes again', async () => {
  const [first = '', second = ''] = await cases(2, 'shiqiao');
  await expect(accept(first, 'shiqiao', 'rollback')).rejects.toThrow(ChangedMind);
  expect(await accept(second, 'shiqiao')).toBe('下石桥托〔2026〕1号');
  expect(await accept(first, 'shiqiao')).toBe('下石桥托〔2026〕2号');
});

test('two clerks who accept the same case at once write one letter', async () => {
  const caseId = await submitted('shiqiao');
  const ends = await Promise.allSettled([accept(caseId, 'shiqiao'), accept(caseId, 'shiqiao')]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [another = ''] = await cases(1, 'shiqiao');
  expect(await accept(another, 'shiqiao')).toBe('下石桥托〔2026〕2号');
});

test('each year begins with number 1, by the date in Shanghai', async () => {
  const [old = '', young = ''] = await cases(2, 'shiqiao');
  now = new Date('2026-12-31T15:59:00.000Z');
  expect(await accept(old, 'shiqiao')).toBe('下石桥托〔2026〕1号');
  now = new Date('2026-12-31T16:01:00.000Z');
  expect(await accept(young, 'shiqiao')).toBe('下石桥托〔2027〕1号');
});
