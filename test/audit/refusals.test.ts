import { administrator, type House, openHouse, stranger } from '../api/house';
import { actOn, advance, apply, fileOf, newKey, openItem } from '../api/way';
import { applicant, official } from '../world/people';

let house: House;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = await apply(house);
});
afterAll(() => house.close());

const refusals = async () => {
  const rows = await house.database.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('type', '=', 'refused')
    .orderBy('seq')
    .execute();
  return rows.map(({ actor_sub, actor_unit, subject_kind, subject_id, details }) => ({
    who: actor_sub,
    unit: actor_unit,
    about: `${subject_kind} ${subject_id}`,
    ...details,
  }));
};

const accept = async () => openItem(await fileOf(house, caseId), 'accept');

test('an act that the record does not permit is on the log: who, which act, and why', async () => {
  const item = await accept();
  await actOn(house, item, { act: 'accept' }, official('fire', 'intakeClerk'));
  expect((await refusals()).at(-1)).toEqual({
    who: 'fire-intakeClerk-1',
    unit: 'fire',
    about: `workItem ${item.id}`,
    code: 'notYourUnit',
    method: 'POST',
    path: '/work-items/{id}/acts',
    act: 'accept',
  });
});

test('so is one that comes at the wrong time, and a case that is not theirs to read', async () => {
  await house.call(stranger, 'GET', `/api/v1/cases/${caseId}`);
  expect((await refusals()).at(-1)).toMatchObject({
    who: stranger.sub,
    about: `case ${caseId}`,
    code: 'notReadable',
  });
  const item = await accept();
  await advance(house, caseId, 'review');
  const late = { ...item, version: openItemVersion(await fileOf(house, caseId), item.id) };
  const answered = await actOn(house, late, { act: 'accept' }, official(item.unit, 'intakeClerk'));
  expect(answered.status).toBe(409);
  expect((await refusals()).at(-1)).toMatchObject({ code: 'itemNotOpen', act: 'accept' });
  await house.call(administrator, 'POST', '/api/v1/applications', {
    body: { application: {} },
    headers: newKey(),
  });
  expect((await refusals()).at(-1)).toMatchObject({ who: administrator.sub, code: 'roleMissing', act: null });
});

test('a slip of the pen is not: what was malformed, outdated or unknown', async () => {
  const before = await refusals();
  const answers = [
    await house.call(applicant, 'GET', '/api/v1/cases/XCTY-2026-999999'),
    await house.call(applicant, 'GET', '/api/v1/cases?limit=1000'),
    await house.call(applicant, 'POST', `/api/v1/cases/${caseId}/acts`, {
      body: { act: 'withdraw' },
      headers: { ...newKey(), 'if-match': '"1"' },
    }),
    await house.call(applicant, 'POST', `/api/v1/cases/${caseId}/acts`, {
      body: { act: 'abolish' },
      headers: { ...newKey(), 'if-match': '"1"' },
    }),
    await house.call(null, 'GET', `/api/v1/cases/${caseId}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 400, 412, 422, 401]);
  expect(await refusals()).toEqual(before);
});

test('an entry keeps nothing of an address or a body that nobody has checked', async () => {
  await house.call(administrator, 'PUT', '/api/v1/applications/13800001111', {
    body: { act: '13800001111' },
  });
  expect((await refusals()).at(-1)).toMatchObject({
    about: 'draft 138****1111',
    code: 'roleMissing',
    act: null,
  });
});

function openItemVersion(file: Awaited<ReturnType<typeof fileOf>>, id: string): number {
  return file.items[id]?.version ?? 0;
}
