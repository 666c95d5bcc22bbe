import type { Draft } from '../../api/contracts/draft';
import { administrator, type House, openHouse, stranger } from '../api/house';
import { advance, apply, begin, fileOf, newKey, openItem, submitDraft } from '../api/way';
import { applicant, official } from '../world/people';
import type { Actor } from '../../domain/actor';
import { planted, plantedApplication } from './planted';

let house: House;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = (await submitDraft(house, await begin(house, plantedApplication()))).body.caseId as string;
});
afterAll(() => house.close());

const masked = {
  person: '栽*',
  phone: '139****8888',
  email: 'p***@planted.example',
  idNumber: '330103********1230',
};

const show = (who: Actor, purpose: unknown = '核对申请材料', id = caseId) =>
  house.call(who, 'POST', `/api/v1/cases/${id}/personal-data`, { body: { purpose } });

const entries = (type: string) =>
  house.database.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('type', '=', type as never)
    .orderBy('seq')
    .execute();

test('a case shows its contact masked, to its applicant too', async () => {
  for (const reader of [applicant, administrator, official('shiqiao', 'intakeClerk')]) {
    const { body } = await house.call(reader, 'GET', `/api/v1/cases/${caseId}`);
    expect(body.application.contact).toEqual({ ...plantedApplication().contact, ...masked });
  }
});

test('a case says who may be shown its contact in clear', async () => {
  const may = async (who: Actor) =>
    (await house.call(who, 'GET', `/api/v1/cases/${caseId}`)).body.mayShowContact;
  expect(await may(applicant)).toBe(true);
  expect(await may(administrator)).toBe(true);
  expect(await may(official('shiqiao', 'intakeClerk'))).toBe(true);
  expect(await may(official('fire', 'reviewer'))).toBe(false);
});

test('a case without an ID number says so', async () => {
  const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${await apply(house)}`);
  expect(body.application.contact).toMatchObject({ phone: '138****1111', idNumber: null });
});

test('an applicant sees their own drafts whole; in the list a colleague’s is masked', async () => {
  const colleague = { ...applicant, sub: 'applicant-2' };
  await house.knowAs(colleague);
  const { body: draft } = await begin(house, plantedApplication());
  const contactIn = async (who: Actor) => {
    const { body } = await house.call(who, 'GET', '/api/v1/applications?limit=100');
    const drafts = body.entries as Draft[];
    return drafts.find(({ id }) => id === draft.id)?.application.contact;
  };
  expect(await contactIn(applicant)).toMatchObject(planted);
  expect(await contactIn(colleague)).toMatchObject(masked);
  const opened = await house.call(colleague, 'GET', `/api/v1/applications/${draft.id}`);
  expect(opened.body.application.contact).toMatchObject(planted);
  expect((await house.call(stranger, 'GET', `/api/v1/applications/${draft.id}`)).status).toBe(404);
});

test('whoever must act now is shown the clear values, and the log says who, when and what for', async () => {
  const clerk = official('shiqiao', 'intakeClerk');
  const { status, headers, body } = await show(clerk);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body).toEqual({ caseId, contact: { ...plantedApplication().contact }, staff: [] });
  const [entry] = (await entries('personalDataShown')).slice(-1);
  expect(entry).toMatchObject({
    actor_sub: clerk.sub,
    actor_unit: 'shiqiao',
    subject_kind: 'case',
    subject_id: caseId,
    request_id: headers.get('x-request-id'),
    details: { purpose: '核对申请材料' },
  });
});

test('the log keeps no value that the purpose names', async () => {
  await show(administrator, `给${planted.person}回电，${planted.idNumber.slice(0, 6)}`);
  const [entry] = (await entries('personalDataShown')).slice(-1);
  expect(entry?.details).toEqual({ purpose: '给****回电，330103' });
});

test('nobody is shown them without saying what for', async () => {
  const before = (await entries('personalDataShown')).length;
  for (const purpose of [null, '', '   ', `致电${planted.phone}`]) {
    const { status, text } = await show(administrator, purpose);
    expect([status, text.includes('"contact"')]).toEqual([422, false]);
  }
  expect(await entries('personalDataShown')).toHaveLength(before);
});

test('a refusal names no value, and is on the log', async () => {
  const reviewer = official('fire', 'reviewer');
  const refused = await show(reviewer);
  expect([refused.status, refused.body.code]).toEqual([403, 'nothingOpen']);
  expect([
    (await show(stranger)).body.code,
    (await show(official('tianshui', 'reviewer'))).body.code,
  ]).toEqual(['notReadable', 'notReadable']);
  const logged = (await entries('refused')).filter(({ actor_sub }) => actor_sub === reviewer.sub);
  expect(logged.at(-1)).toMatchObject({
    subject_kind: 'case',
    subject_id: caseId,
    details: { code: 'nothingOpen', method: 'POST', path: '/cases/{caseId}/personal-data', act: null },
  });
});

test('a reviewer is shown them while the review waits for them, and not after', async () => {
  const id = await apply(house);
  await advance(house, id, 'review');
  const item = openItem(await fileOf(house, id), 'review');
  const reviewer = official(item.unit, 'reviewer');
  expect((await show(reviewer, '现场核查', id)).status).toBe(200);
  await advance(house, id, 'end');
  expect((await show(reviewer, '现场核查', id)).body.code).toBe('nothingOpen');
  expect((await show(applicant, '核对', id)).status).toBe(200);
});

test('an ID number is checked: its length, its date, its check character', async () => {
  for (const idNumber of [
    '33010319900101123',
    '330103199001011231',
    '330103199002301234',
    '110101199013072316',
  ]) {
    const content = { ...plantedApplication(), contact: { ...plantedApplication().contact, idNumber } };
    const { status, body } = await submitDraft(house, await begin(house, content));
    expect([idNumber, status, body.errors[0].code]).toEqual([
      idNumber,
      422,
      expect.stringMatching(/idNumber|tooSmall/i),
    ]);
    expect(body.errors[0].pointer).toBe('/application/contact/idNumber');
  }
});

test('sending it again needs no key: each look is an entry of its own', async () => {
  const before = (await entries('personalDataShown')).length;
  const headers = newKey();
  for (let i = 0; i < 2; i += 1)
    await house.call(applicant, 'POST', `/api/v1/cases/${caseId}/personal-data`, {
      body: { purpose: '核对' },
      headers,
    });
  expect(await entries('personalDataShown')).toHaveLength(before + 2);
});
