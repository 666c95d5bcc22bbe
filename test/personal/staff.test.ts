import { supervisionId } from '../../domain/supervision';
import { actOnCase, advance, apply, conduct, leave } from '../api/way';
import type { Body } from '../api/wire';
import { applicant } from '../world/people';
import { by, type Office, openOffice, why } from './office';

let office: Office;
let institution: string;
let life: string;
beforeAll(async () => {
  office = await openOffice();
  institution = await apply(office.house);
  await advance(office.house, institution, 'end');
  life = supervisionId(institution);
  for (const [person, phone] of people) {
    const entered = await does({ act: 'enterStaff', person, phone, role: 'cook', joinedOn, documents: [] });
    if (entered.status !== 200) throw new Error(entered.text);
  }
});
afterAll(() => office.close());

const people = [
  ['周小满', '13966665555'],
  ['吴立夏', '13977776666'],
] as const;
const joinedOn = '2026-09-01';
const does = async (body: object) =>
  actOnCase(office.house, await conduct(office.house, life), body, applicant);
const members = async () =>
  (await office.house.call(applicant, 'GET', `/api/v1/cases/${life}/staff`)).body.members as Body[];
const rowOf = (index: number) =>
  office.house.database.db
    .selectFrom('staff_member')
    .selectAll()
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
    .then((rows) => rows[index]!);

const year = { retentionDays: 365 };
const whom = ['--phone', people[0][1], ...why];
const erase = async (options?: typeof year) =>
  (await office.run(['erase', ...whom, '--confirm'], options)).said;

test('the database holds no name in clear, and takes none', async () => {
  const { contact, id } = await rowOf(0);
  expect(JSON.stringify(contact)).not.toMatch(/周小满|13966665555/);
  const clear = JSON.stringify({ person: '周小满' });
  await expect(
    office.house.database.db
      .updateTable('staff_member')
      .set({ contact: clear })
      .where('id', '=', id)
      .execute(),
  ).rejects.toThrow(/check/);
});

test('what is held is exported to the person themselves, and not to whoever runs the institution', async () => {
  const own = JSON.parse((await office.run(['export', ...whom])).said);
  expect(own).toMatchObject({
    staff: [{ caseId: life, contact: { person: '周小满', phone: '13966665555' } }],
    applications: [],
  });
  expect((await office.run(['export', '--phone', '13800001111', ...why])).said).not.toContain('周小满');
});

test('whoever left no telephone is found by their number on the staff list', async () => {
  const entry = { act: 'enterStaff', person: '郑小寒', role: 'cook', joinedOn, documents: [] };
  expect((await does(entry)).status).toBe(200);
  const { id } = await rowOf(2);
  const own = JSON.parse((await office.run(['export', '--staff', id, ...why])).said);
  expect(own.staff).toMatchObject([{ caseId: life, contact: { person: '郑小寒' } }]);
  expect((await office.run(['erase', '--staff', id, ...why])).said).toContain(`staff ${id}  在册人员，保留`);
  expect((await office.run(['erase', '--staff', `${id}0`, ...why])).said).toBe('没有找到 Nothing found');
});

test('a rotation seals it with the new key', async () => {
  expect((await office.run(['new-key', ...by])).code).toBe(0);
  expect((await office.run(['rotate', ...by])).code).toBe(0);
  const { activeKey } = await office.cipher();
  expect(JSON.stringify((await rowOf(0)).contact)).toContain(`pd1.${activeKey}.`);
  expect((await office.run(['export', ...whom])).said).toContain('周小满');
});

test('it is kept while the person is on the list and for as long as the district says, then erased', async () => {
  const { id } = await rowOf(0);
  expect(await erase(year)).toContain(`staff ${id}  在册人员，保留`);
  const member = id.split('.').at(-1);
  expect((await does({ act: 'removeStaff', member, leftOn: '2026-09-28' })).status).toBe(200);
  expect(await erase()).toContain('kept: nobody has said how long');
  expect(await erase(year)).toContain('kept: its retention is not over');
  office.house.time.now = new Date('2027-09-30T02:00:00.000Z');
  const due = (await office.run(['erase', '--due', ...why], year)).said;
  expect(due).toContain(`staff ${id}  可清除`);
  expect(due).not.toContain((await rowOf(1)).id);
  expect(await erase(year)).toContain(`staff ${id}  已清除 erased`);
  expect((await rowOf(0)).contact).toEqual({ person: 'erased', phone: 'erased' });
  expect(await erase(year)).toBe('没有找到 Nothing found');
  expect((await members()).map(({ contact }) => contact)).toContainEqual({
    person: '吴立夏',
    phone: '13977776666',
  });
});

test('once the institution has left, whoever was still on its list is erased with it', async () => {
  await leave(office.house, institution);
  office.house.time.now = new Date('2028-12-30T02:00:00.000Z');
  const { id } = await rowOf(1);
  expect((await office.run(['erase', '--due', '--confirm', ...why], year)).said).toContain(
    `staff ${id}  已清除 erased`,
  );
});
