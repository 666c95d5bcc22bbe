import { supervisionId } from '../../domain/supervision';
import { about, deliver } from '../letters/courier';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { actOn, actOnCase, advance, apply, conduct, fileOf, openItem } from './way';
import { type Answered, type Body, told } from './wire';

let house: House;
let institution: string;
let life: string;
beforeAll(async () => {
  house = await openHouse();
  institution = await apply(house);
  await advance(house, institution, 'end');
  life = supervisionId(institution);
});
afterAll(() => house.close());

const person = '周小满';
const phone = '13966665555';
const entry = {
  role: 'carer',
  classKind: 'toddler',
  joinedOn: '2026-09-01',
  documents: [{ document: 'health', issuedOn: '2025-12-02', expiresOn: '2026-12-01' }],
};
const does = async (body: object, who = applicant): Promise<Answered> =>
  actOnCase(house, await conduct(house, life), body, who);
const list = (who = applicant, caseId = life) => house.call(who, 'GET', `/api/v1/cases/${caseId}/staff`);
const member = async () => ((await list()).body.members as Body[])[0]!;
const health = official('health', 'caseOfficer');

test('a member of staff is entered; the record, the answer and its repetition name nobody', async () => {
  const answered = await does({ act: 'enterStaff', person, phone, ...entry });
  expect(answered.status).toBe(200);
  const { text } = await house.call(applicant, 'GET', `/api/v1/cases/${life}/events`);
  expect(text).toContain('staffEntered');
  const rows = await house.database.db.selectFrom('event').selectAll().where('case_id', '=', life).execute();
  const kept = await house.database.db.selectFrom('idempotency_key').selectAll().execute();
  for (const words of [answered.text, text, JSON.stringify(rows), JSON.stringify(kept)]) {
    expect(words).not.toContain(person);
    expect(words).not.toContain(phone);
  }
});

test('the institution reads its list in clear, a unit masked, a stranger not at all', async () => {
  expect(await member()).toMatchObject({
    contact: { person, phone },
    roleLabel: { zh: '保育人员' },
    classKind: 'toddler',
    documents: [
      { document: 'health', state: 'valid', expiresOn: '2026-12-01' },
      { document: 'qualification', state: 'missing', issuedOn: null },
      { document: 'noCrime', state: 'missing' },
    ],
  });
  const masked = [{ contact: { person: '周*', phone: '139****5555' } }];
  for (const who of [official('shiqiao', 'reviewer'), administrator])
    expect((await list(who)).body.members).toMatchObject(masked);
  expect(told(await list(stranger))).toEqual([403, 'notReadable']);
});

test('the list explains the ratios by the standards of the plan', async () => {
  const { ratios } = (await list()).body as { ratios: Body[] };
  const standards = ratios.map(({ standard }) => standard as string);
  expect(standards).toEqual(standards.filter((id) => id.startsWith('careRatio-')));
  for (const ratio of ratios) {
    const { children, carers, childrenPerCarer, met } = ratio as unknown as Record<string, number>;
    expect(met).toBe(carers! * childrenPerCarer! >= children!);
    expect(ratio).toMatchObject({ basis: { clause: '国卫人口发〔2019〕58号' } });
  }
});

test('who they are is shown in clear for a purpose, which the audit log keeps without the name', async () => {
  const path = `/api/v1/cases/${life}/personal-data`;
  const shown = await house.call(administrator, 'POST', path, { body: { purpose: `核对${person}的证件` } });
  expect(shown.body.staff).toEqual([{ member: expect.any(String), contact: { person, phone } }]);
  const log = await house.database.db.selectFrom('audit_entry').selectAll().execute();
  expect(JSON.stringify(log)).not.toContain(person);
});

test.each<[string, object, number, string]>([
  ['a role that the plan does not know', { role: 'gardener' }, 422, 'unknownRole'],
  ['a carer of no class', { classKind: undefined }, 422, 'classKindUnfit'],
  ['a day that has not come', { joinedOn: '2026-09-29' }, 422, 'dateInFuture'],
  ['no name', { person: '' }, 422, 'invalid'],
])('is refused with %s', async (_what, change, status, code) => {
  const answered = await does({ act: 'enterStaff', person, ...entry, ...change });
  expect(answered.status).toBe(status);
  if (code !== 'invalid') expect(answered.body.code).toBe(code);
  expect(answered.text).not.toContain(person);
});

test('only a supervision keeps a list', async () => {
  expect(told(await list(applicant, institution))).toEqual([409, 'noStaffList']);
  expect(told(await does({ act: 'enterStaff', person, ...entry }, health))).toEqual([403, 'roleMissing']);
});

test('the institution is reminded, then told of the finding, which ends with the renewed document', async () => {
  house.time.now = new Date('2026-11-01T01:00:00.000Z');
  await conduct(house, life);
  const reminder = about(await deliver(house, life), '人员证件即将到期');
  expect(reminder.to).toBe('applicant@example.org');
  expect(reminder.text).toContain('2026年12月1日');
  expect(reminder.text).toContain('健康合格证明');
  expect(reminder.text).not.toContain(person);
  expect((await member()).documents).toMatchObject([{ state: 'expiring' }, {}, {}]);

  house.time.now = new Date('2026-12-02T01:00:00.000Z');
  const item = openItem(await conduct(house, life), 'orderRectification');
  expect(item.unit).toBe('health');
  expect(about(await deliver(house, life), '人员证件已过期').text).toContain('区卫健局');
  expect((await member()).documents).toMatchObject([
    { state: 'expired', stateLabel: { zh: '已过期' } },
    {},
    {},
  ]);

  const { member: id } = await member();
  const change = { act: 'changeStaff', member: id, ...entry };
  expect(told(await does({ ...change, documents: [] }))).toEqual([422, 'renewalDue']);
  const documents = [{ document: 'health', issuedOn: '2026-12-02', expiresOn: '2027-12-01' }];
  expect((await does({ ...change, documents })).status).toBe(200);
  expect((await fileOf(house, life)).items[item.id]!.status).toBe('closed');
  expect(await member()).toMatchObject({
    contact: { person, phone },
    documents: [{ state: 'valid' }, {}, {}],
  });
  const late = { act: 'settleFindings', reason: '已换证' };
  expect((await actOn(house, item, late, health)).status).toBe(412);
});

test('a name is mended beside the record; whoever leaves stays on the page until the new year', async () => {
  const { member: id, documents } = await member();
  const [first] = documents as Body[];
  const { document, issuedOn, expiresOn } = first!;
  const held = [{ document, issuedOn, expiresOn }];
  const change = { act: 'changeStaff', member: id, person: '周小满（更正）', ...entry, documents: held };
  expect((await does(change)).status).toBe(200);
  expect((await member()).contact).toEqual({ person: '周小满（更正）', phone });
  expect((await does({ act: 'removeStaff', member: id, leftOn: '2026-12-02' })).status).toBe(200);
  expect(await member()).toMatchObject({ leftOn: '2026-12-02', documents: [{ document: 'health' }] });
  expect(told(await does({ act: 'removeStaff', member: id, leftOn: '2026-12-02' }))).toEqual([
    422,
    'unknownMember',
  ]);
});
