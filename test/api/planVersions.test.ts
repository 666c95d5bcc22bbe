import { readFileSync } from 'node:fs';
import { asOwner } from '../../infra/db/owner';
import { publishPlan } from '../../infra/plan/repository';
import { xiachengFile } from '../domain/plan/plans';
import { applicant } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { advance, apply, fileOf, openItem } from './way';
import { type Body, faults, told } from './wire';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = readFileSync(xiachengFile, 'utf8');
const from = '2026-12-01';
const ask = (path: string, body: object, who = administrator) =>
  house.call(who, 'POST', `/api/v1/plan/${path}`, { body });

/** The plan file with a day off. */
function closedOn(date: string): string {
  const entry = `calendar:\n  - { date: '${date}', kind: holiday, name: { zh: 停工, en: Closed } }\n`;
  const changed = text.replace(/^calendar: \[\]\n/m, entry);
  expect(changed).not.toBe(text);
  return changed;
}

describe('a candidate', () => {
  it('is compared with the version that it would follow, in words', async () => {
    await apply(house);
    const { status, body } = await ask('comparison', { file: text.replace('limit: 45', 'limit: 40'), from });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      before: 'xiacheng@1',
      differences: [{ zh: '时限 decisionJoint: 45 → 40 个工作日' }],
      days: [],
    });
    expect(body.pinned).toContainEqual({ planVersion: 'xiacheng@1', kind: 'licensing', cases: 1 });
  });

  it('names line, key and rule of each fault in its file', async () => {
    const answered = await ask('comparison', {
      file: text.replace('silence: deemedAccepted', 'silence: no'),
      from,
    });
    expect(told(answered)).toEqual([422, 'planFileWrong']);
    expect(faults(answered)).toEqual(['/file notAllowed']);
    const [error] = answered.body.errors;
    expect(error.message).toMatch(/^第 \d+ 行第 14 列 clocks\[0\]\.silence：不是允许的值“no”/);
    expect(error.expected).toContain('deemedAccepted');
  });

  it.each([
    ['[', 'syntax'],
    ['', 'wrongKind'],
  ])('that is %j is no plan', async (file, rule) => {
    const answered = await ask('dry-run', { file, from });
    expect(told(answered)).toEqual([422, 'planFileWrong']);
    expect(faults(answered)[0]).toBe(`/file ${rule}`);
  });

  it('cannot begin before the version that it follows', async () => {
    const answered = await ask('comparison', { file: text, from: '1990-01-01' });
    expect(faults(answered)).toEqual(['/from tooEarly']);
    expect(answered.body.errors[0].message).toContain('xiacheng@1');
  });
});

describe('a dry run', () => {
  it('says which open limits another calendar moves, from when to when and why, and changes nothing', async () => {
    const caseId = await apply(house);
    const before = await advance(house, caseId, 'draft');
    const { due } = openItem(before, 'draft').deadline;
    const { body } = await ask('dry-run', { file: closedOn(due), from });
    const found = (body.cases as readonly Body[]).find((each) => each.caseId === caseId);
    expect(found).toMatchObject({ kind: 'licensing', planVersion: 'xiacheng@1', closes: [], opens: [] });
    expect(found?.moves).toHaveLength(1);
    expect(found?.moves[0]).toMatchObject({
      item: { step: 'draft' },
      from: { due },
      why: 'calendar',
      days: [{ date: due, was: { zh: '工作日' } }],
      on: null,
    });
    expect(found?.moves[0].to.due > due).toBe(true);
    expect(await fileOf(house, caseId)).toEqual(before);
  });

  it('goes on after the case that it is told, and ends', async () => {
    const caseId = await apply(house);
    const { due } = openItem(await fileOf(house, caseId), 'accept').deadline;
    const { body } = await ask('dry-run', { file: closedOn(due), from, after: caseId });
    expect(body).toEqual({ cases: [], examined: 0, next: null });
  });

  it('moves nothing of an application for other limits: they are pinned', async () => {
    await advance(house, await apply(house), 'draft');
    const { body } = await ask('dry-run', { file: text.replace('limit: 45', 'limit: 40'), from });
    expect(body.cases).toEqual([]);
    expect(body.examined).toBeGreaterThan(0);
  });

  it('is not for an applicant', async () => {
    expect(told(await ask('dry-run', { file: text, from }, applicant))).toEqual([403, 'roleMissing']);
  });
});

it('lists the versions, the newest first, with who published them and what they changed', async () => {
  const { plan } = house.version;
  const changed = { ...plan, title: { zh: '修订', en: 'Revised' } };
  const at = '2026-09-28T01:00:00.000Z';
  await asOwner(house.database.url, (db) => publishPlan(db, changed, '2027-01-01', at, administrator.sub));
  const { body } = await house.call(administrator, 'GET', '/api/v1/plan/versions');
  const [newest, first, ...others] = body.versions;
  expect(others).toEqual([]);
  expect(newest).toMatchObject({
    id: 'xiacheng@2',
    effectiveFrom: '2027-01-01',
    publishedAt: at,
    publishedBy: administrator.sub,
    before: 'xiacheng@1',
    openCases: 0,
  });
  expect(newest.differences).toHaveLength(2);
  expect(first).toMatchObject({ id: 'xiacheng@1', before: null, differences: [], publishedBy: null });
  expect(first.openCases).toBeGreaterThan(0);
});
