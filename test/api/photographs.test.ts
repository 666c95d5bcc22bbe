import { supervisionId } from '../../domain/supervision';
import { image, pdf, type SampleFile } from '../papers/files';
import { asOwner } from '../../infra/db/owner';
import { erasePapers } from '../../infra/papers/erasure';
import { straightAnswer } from '../world/answers';
import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { formOf, scanAll } from './uploading';
import { actOn, actOnCase, advance, apply, conduct, fileOf, newKey, openItem } from './way';
import { type Answered, told } from './wire';

let house: House;
let institution: string;
let life: string;
let visit: string;
const inspector = official('fire', 'reviewer');
const photo = async (): Promise<SampleFile> => ({ name: '疏散通道.jpg', bytes: await image('jpeg') });

beforeAll(async () => {
  house = await openHouse();
  institution = await apply(house);
  await advance(house, institution, 'end');
  life = supervisionId(institution);
  const call = { act: 'callVisit', ground: 'unannounced', reason: '突击检查' };
  await actOnCase(house, await conduct(house, life), call, inspector);
  visit = openItem(await conduct(house, life), 'visit').id;
});
afterAll(() => house.close());

function shows(item: string, file: SampleFile, who = inspector, findingNo?: string): Promise<Answered> {
  const body = formOf({ files: [file] });
  if (findingNo !== undefined) body.set('findingNo', findingNo);
  return house.call(who, 'POST', `/api/v1/work-items/${item}/photographs`, { body, headers: newKey() });
}

const list = async (who = inspector) => {
  const { body } = await house.call(who, 'GET', `/api/v1/cases/${life}/photographs`);
  return body.papers as { id: string; workItem: string; findingNo: number | null; content: string | null }[];
};

describe('photographs of a visit', () => {
  it('stay with the unit that inspects until the visit is recorded', async () => {
    const taken = await shows(visit, await photo());
    expect(taken.status).toBe(201);
    await scanAll(house);
    expect(await list()).toHaveLength(1);
    expect(await list(applicant)).toEqual([]);
    const [{ id }] = taken.body.papers as [{ id: string }];
    expect(told(await house.call(applicant, 'GET', `/api/v1/papers/${id}`))).toEqual([404, 'paperNotFound']);
    expect(told(await shows(visit, await photo(), applicant))[0]).toBe(404);
  });

  it('are images', async () => {
    const refused = await shows(visit, { name: '照片.pdf', bytes: await pdf() });
    expect(told(refused)).toEqual([422, 'fileRefused']);
    expect(refused.body.errors).toEqual([expect.objectContaining({ expected: ['JPEG', 'PNG'] })]);
  });

  it('belong to a finding that was recorded, and are then seen by the institution beside it', async () => {
    expect(told(await shows(visit, await photo(), inspector, '1'))).toEqual([422, 'invalidContent']);
    const findings = [{ severity: 'serious', text: '疏散通道堆放杂物' }];
    const file = await fileOf(house, life);
    const item = openItem(file, 'visit');
    const recorded = { ...straightAnswer(file, item, '2026-09-28'), findings };
    expect((await actOn(house, item, recorded, inspector)).status).toBe(200);
    expect((await shows(visit, await photo(), inspector, '1')).status).toBe(201);
    expect(told(await shows(visit, await photo(), inspector, '2'))).toEqual([422, 'invalidContent']);
    await scanAll(house);
    const seen = await list(applicant);
    expect(seen.map(({ workItem, findingNo }) => [workItem, findingNo])).toEqual([
      [visit, null],
      [visit, 1],
    ]);
    expect((await house.call(applicant, 'GET', seen[1]!.content!)).status).toBe(200);
  });
});

describe('proof of a rectification', () => {
  it('comes from the institution, as an image or a document, and goes to who inspects again', async () => {
    const ordering = openItem(await conduct(house, life), 'orderRectification');
    const order = { act: 'orderRectification', days: 10, demands: '清理疏散通道' };
    await actOn(house, ordering, order, official('fire', 'caseOfficer'));
    const { id } = openItem(await conduct(house, life), 'rectify');
    expect((await shows(id, { name: '整改报告.pdf', bytes: await pdf() }, applicant)).status).toBe(201);
    expect(told(await shows(id, await photo()))[0]).toBe(403);
    expect((await list()).at(-1)).toMatchObject({ workItem: id, findingNo: null });
  });
});

it('goes with the papers of the institution when those are erased', async () => {
  await asOwner(house.database.url, (db) =>
    db.transaction().execute((tx) => erasePapers(tx, { caseId: institution })),
  );
  const left = await list();
  expect(left.length).toBeGreaterThan(0);
  expect(left.every(({ content }) => content === null)).toBe(true);
  expect(JSON.stringify(left)).not.toContain('疏散通道');
});
