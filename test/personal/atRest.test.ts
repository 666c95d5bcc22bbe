import { sql } from 'kysely';
import { asOwner } from '../../infra/db/owner';
import { findRows } from '../../infra/personal/blindIndex';
import { type House, openHouse } from '../api/house';
import { apply, begin, newKey, submitDraft } from '../api/way';
import { applicant } from '../world/people';
import { dump } from './dump';
import { leaksIn, planted, plantedApplication } from './planted';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const put = (id: string, version: number, content: object) =>
  house.call(applicant, 'PUT', `/api/v1/applications/${id}`, {
    body: { application: content },
    headers: { 'if-match': `"${version}"` },
  });

const found = async (field: 'phone' | 'email' | 'idNumber', value: string) => {
  const { db, personal } = house.services.ground;
  return (await findRows(db, personal, field, value)).map(({ holder }) => holder);
};

test('an application, its drafts, notices and kept answers hold no personal value in clear', async () => {
  const draft = await begin(house, plantedApplication());
  const { caseId } = (await submitDraft(house, draft)).body;
  const tables = await dump(house.database.url);
  for (const table of ['application', 'draft', 'notice', 'idempotency_key'])
    expect(tables.get(table)).toMatch(/pd1\.test\./);
  expect([...tables].filter(([, rows]) => leaksIn(rows).length > 0)).toEqual([]);
  const { body } = await house.database.db
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  expect(body.facts).toEqual(plantedApplication().facts);
  expect(body.contact).toMatchObject({ organisation: '示例托育有限公司', locale: 'zh' });
});

test('the e-mail addresses of accounts are sealed, and shown to their owners', async () => {
  const rows = await house.database.db.selectFrom('account').select('email').execute();
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.every(({ email }) => email.startsWith('pd1.'))).toBe(true);
  const { body } = await house.call(applicant, 'GET', '/api/v1/me');
  expect(body.email).toBe('applicant-1@example.org');
});

test('a repeated request gets its whole answer again', async () => {
  const headers = newKey();
  const body = { application: plantedApplication() };
  const first = await house.call(applicant, 'POST', '/api/v1/applications', { body, headers });
  const again = await house.call(applicant, 'POST', '/api/v1/applications', { body, headers });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.body).toEqual(first.body);
  expect(again.body.application.contact).toMatchObject(planted);
  const other = { application: { ...plantedApplication(), contact: null } };
  const reused = await house.call(applicant, 'POST', '/api/v1/applications', { body: other, headers });
  expect([reused.status, reused.body.code]).toEqual([422, 'keyReused']);
});

test('a draft is found by what it holds now, however it is written, and not by what it held', async () => {
  const { contact } = plantedApplication();
  const changed = { contact: { ...contact, phone: '+86 139-0000-2222', idNumber: null } };
  const { body } = await begin(house, { contact: { ...contact, phone: '13900001111' } });
  expect(await found('phone', '139 0000 1111')).toContain('draft');
  expect((await put(body.id, 1, changed)).status).toBe(200);
  expect(await found('phone', '13900001111')).not.toContain('draft');
  expect(await found('phone', '13900002222')).toEqual(['draft']);
  expect(await found('email', planted.email.toUpperCase())).toContain('draft');
  await house.call(applicant, 'DELETE', `/api/v1/applications/${body.id}`, {
    headers: { 'if-match': '"2"' },
  });
  expect(await found('phone', '13900002222')).toEqual([]);
});

test('a draft may leave its contact open, in part or whole', async () => {
  for (const content of [{}, { contact: null }, { contact: { person: '', phone: '139', email: null } }]) {
    const { status, body } = await begin(house, content);
    expect([status, body.application]).toEqual([201, content]);
    const read = await house.call(applicant, 'GET', `/api/v1/applications/${body.id}`);
    expect(read.body.application).toEqual(content);
  }
});

test('the database itself refuses a value in clear', async () => {
  const refused = /violates check constraint "\w+_sealed"/;
  await expect(
    house.database.db
      .insertInto('draft')
      .values({
        id: '00000000-0000-4000-8000-000000000000',
        organisation: 'x',
        created_by: 'x',
        body: JSON.stringify({ contact: { phone: planted.phone } }),
        version: 1,
        case_id: null,
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute(),
  ).rejects.toThrow(refused);
  const caseId = await apply(house);
  await expect(
    sql`update notice set recipient = 'a@example.org' where case_id = ${caseId}`.execute(house.database.db),
  ).rejects.toThrow(refused);
});

test('a value that was put into another case is not taken for its own', async () => {
  const [one, two] = [await apply(house), await apply(house)];
  await asOwner(house.database.url, (db) =>
    sql`update application set body = jsonb_set(body, '{contact,phone}',
          (select body #> '{contact,phone}' from application where case_id = ${one})) where case_id = ${two}`.execute(
      db,
    ),
  );
  expect((await house.call(applicant, 'GET', `/api/v1/cases/${one}`)).status).toBe(200);
  expect((await house.call(applicant, 'GET', `/api/v1/cases/${two}`)).status).toBe(500);
});
