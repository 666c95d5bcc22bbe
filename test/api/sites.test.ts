import type { CaseFile } from '../../domain/caseFile';
import { openItems } from '../../domain/process';
import { applicant, official } from '../world/people';
import { about, deliver } from '../letters/courier';
import { type House, openHouse } from './house';
import { renamed } from './renaming';
import { actOn, actOnCase, advance, apply, conduct, fileOf, leave, newKey, openItem } from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const office = official('health', 'coordinator');
const beginning = {
  subdistrict: 'shiqiao',
  ownership: 'forProfit',
  completion: '2027-09-30',
  reason: '顺延',
};
const begin = (no: number, body: object = beginning) =>
  house.call(office, 'POST', `/api/v1/sites/${no}/construction`, { body, headers: newKey() });

/** A site that was accepted, and is to be named. */
async function accepted(no: number): Promise<string> {
  const { body, text } = await begin(no);
  if (typeof body.caseId !== 'string') throw new Error(text);
  for (const milestone of ['premises', 'works', 'equipmentAndStaff', 'ready']) {
    const file = await conduct(house, body.caseId);
    const item = openItems(file).find(({ stepId }) => stepId === `build-${milestone}`)!;
    const reached = { act: 'reportMilestone', reachedOn: '2026-09-01', remark: '已完成' };
    await actOn(house, item, reached, official(item.unit, 'caseOfficer'));
  }
  return (await advance(house, body.caseId, 'proposeName')).caseId;
}

const link = async (site: string, licence: string) =>
  actOnCase(house, await fileOf(house, site), { act: 'linkLicence', licence }, office);

/** Names a site that is linked. @returns the letters that tell of it */
async function name(site: string) {
  await advance(house, site, 'signName');
  const signing = openItem(await fileOf(house, site), 'signName');
  await actOn(house, signing, { act: 'signName' }, official('health', 'decisionMaker'));
  return deliver(house, site);
}

/** A site that bears its name, told. */
async function named(no: number, licence: string): Promise<CaseFile> {
  const site = await accepted(no);
  await link(site, licence);
  await name(site);
  return conduct(house, site);
}

async function certified(): Promise<string> {
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  return caseId;
}

describe('a demonstration site', () => {
  it('is one of the plan, in one of its subdistricts, completed on a day that lies ahead', async () => {
    expect(told(await begin(15))).toEqual([422, 'unknownSite']);
    expect(told(await begin(1, { ...beginning, subdistrict: 'health' }))).toEqual([
      422,
      'unknownSubdistrict',
    ]);
    expect(told(await begin(1, { ...beginning, completion: '2019-05-31' }))).toEqual([
      422,
      'completionUnfit',
    ]);
  });

  it('is begun again once it was given up, under a number of its own', async () => {
    const first = await begin(2);
    const { caseId } = first.body;
    const gave = await actOnCase(
      house,
      await fileOf(house, caseId as string),
      { act: 'discontinue', reason: '选址取消' },
      office,
    );
    expect([gave.status, told(await begin(2))[0]]).toEqual([200, 201]);
    const { body } = await house.call(office, 'GET', '/api/v1/sites');
    expect((body.sites as { case: unknown }[])[1]).toMatchObject({ case: { caseId: `${caseId}-2` } });
  });

  it('shares its application with no other site, and lets its applicant read', async () => {
    const licence = await certified();
    const [one, other] = [await begin(3), await begin(4)].map(({ body }) => body.caseId as string);
    expect((await house.call(applicant, 'GET', `/api/v1/cases/${one}`)).status).toBe(403);
    expect((await link(one!, licence)).status).toBe(200);
    expect(told(await link(other!, licence))).toEqual([422, 'licenceTaken']);
    const shown = await house.call(applicant, 'GET', `/api/v1/cases/${one}`);
    expect(shown.status).toBe(200);
    const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${licence}`);
    expect([shown.body.construction, body.siteCase]).toMatchObject([{ licence }, one]);
  });

  it('discloses no contact while it has no application', async () => {
    const { caseId } = (await begin(5)).body;
    const body = { purpose: '核对' };
    const path = `/api/v1/cases/${caseId as string}/personal-data`;
    expect(told(await house.call(office, 'POST', path, { body }))).toEqual([403, 'nothingOpen']);
  });

  it('has its name for as long as its institution lives', async () => {
    const licence = await certified();
    const site = await named(12, licence);
    const shown = async () =>
      (await house.call(null, 'GET', '/api/v1/register/sites')).body.sites as { no: number }[];
    expect((await shown()).map(({ no }) => no)).toEqual([12]);
    await leave(house, licence);
    expect(await fileOf(house, site.caseId)).toMatchObject({ outcome: 'nameLost' });
    expect(await shown()).toEqual([]);
  });

  it('writes to its institution as it is now, where that had changed before they were linked', async () => {
    const institution = await certified();
    const application = await renamed(house, institution, 'new@example.org');
    const site = await accepted(6);
    await link(site, institution);
    expect((await fileOf(house, site)).itinerary.life).toMatchObject({ institution, application });
    expect(about(await name(site), '命名').to).toBe('new@example.org');
  });
});
