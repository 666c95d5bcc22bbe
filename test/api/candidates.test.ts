import { applicant, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { apply, fileOf } from './way';

let house: House;
let address: string;
beforeEach(async () => {
  house = await openHouse();
  const caseId = await apply(house);
  const [item] = Object.values((await fileOf(house, caseId)).items);
  address = `/api/v1/work-items/${item!.id}/candidates`;
});
afterEach(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const ask = (who: typeof clerk) => house.call(who, 'GET', address);

describe('who could be given a work item', () => {
  it('are the people of its unit whose role answers it, told to the unit and to administrators', async () => {
    for (const who of [clerk, administrator]) {
      const { status, body } = await ask(who);
      expect(status).toBe(200);
      const subs = (body.candidates as readonly { sub: string }[]).map(({ sub }) => sub);
      expect(subs).toContain(clerk.sub);
      expect(subs).not.toContain(official('shiqiao', 'decisionMaker').sub);
      expect(subs).not.toContain(official('tianshui', 'intakeClerk').sub);
    }
  });

  it('is told neither to another unit nor to the applicant', async () => {
    expect(await ask(official('fire', 'reviewer'))).toMatchObject({
      status: 403,
      body: { code: 'notYourUnit' },
    });
    expect(await ask(applicant)).toMatchObject({ status: 403, body: { code: 'roleMissing' } });
  });
});
