import { openItems } from '../../domain/process';
import { official } from '../world/people';
import { type House, openHouse } from './house';
import { actOn, actOnCase, advance, apply, conduct, fileOf, openItem } from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const office = official('health', 'coordinator');
const list = async (query = '') => {
  const { body } = await house.call(office, 'GET', `/api/v1/conference${query}`);
  return body.entries as { caseId: string; matters: { kind: string }[]; lastHeldOn: string | null }[];
};

/** A case to which these units object. */
async function objected(...units: string[]): Promise<string> {
  const caseId = await apply(house);
  await advance(house, caseId, 'review');
  for (const unit of units) {
    const file = await conduct(house, caseId);
    const item = openItems(file).find((each) => each.step === 'review' && each.unit === unit)!;
    const body = { act: 'signOff', opinion: 'object', reason: '疏散通道不足' };
    await actOn(house, item, body, official(unit, 'reviewer'));
  }
  return caseId;
}

it('lists what is for the joint conference, records what it decided, and asks the units to carry it out', async () => {
  await objected('fire');
  const one = await objected('fire', 'housing');
  const two = await objected('market', 'housing');
  expect((await list()).map(({ caseId }) => caseId)).toEqual([two, one]);
  expect((await list('?limit=1')).map(({ caseId }) => caseId)).toEqual([two]);

  const heldOn = '2026-09-01';
  const body = { act: 'confer', heldOn, decision: '由街道牵头整改', units: ['fire'] };
  const decided = await actOnCase(house, await fileOf(house, one), body, office);
  expect(decided.status).toBe(200);
  expect((await list()).map(({ caseId }) => caseId)).toEqual([two]);
  const item = openItem(await conduct(house, one), 'followUp');
  const report = { act: 'followUp', report: '已现场指导' };
  expect((await actOn(house, item, report, official('fire', 'caseOfficer'))).status).toBe(200);
  expect(told(await actOnCase(house, await fileOf(house, one), body, office))).toEqual([409, 'noMatter']);

  const events = await house.call(office, 'GET', `/api/v1/cases/${one}/events`);
  expect((events.body.events as { type: string }[]).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['conferred', 'followedUp']),
  );
});
