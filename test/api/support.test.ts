import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { stranger } from './house';
import { actOn, advance, apply, conduct, fileOf, leave, newKey, openItem, rate } from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ask = (institution: string, measure: string, who = applicant) =>
  house.call(who, 'POST', `/api/v1/cases/${institution}/support`, {
    body: { measure, statement: '申请扶持' },
    headers: newKey(),
  });

async function certified(): Promise<string> {
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  return caseId;
}

/** A measure that is granted and needs no payment. */
async function granted(institution: string, measure: string): Promise<string> {
  const { body, text } = await ask(institution, measure);
  if (typeof body.caseId !== 'string') throw new Error(text);
  const file = await advance(house, body.caseId, 'signSupport');
  const result = file.support!.draft!.result;
  await actOn(
    house,
    openItem(file, 'signSupport'),
    { act: 'signSupport', result },
    official(file.itinerary.lead, 'decisionMaker'),
  );
  return body.caseId;
}

describe('support', () => {
  it('is asked for by whoever applied for the institution', async () => {
    const institution = await certified();
    expect(told(await ask(institution, 'taxRelief', stranger))[0]).toBe(403);
    expect((await ask(institution, 'taxRelief')).status).toBe(201);
  });

  it('explains what is met and what is not', async () => {
    const institution = await certified();
    await rate(house, institution);
    const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${institution}/support`);
    const measures = body.measures as { id: string; checked: { found: { zh: string } }[] }[];
    const rated = measures.find(({ id }) => id === 'purchasedServices')!;
    expect(rated.checked.at(-1)).toMatchObject({ holds: true, found: { zh: '良好' } });
  });

  it('ends with the exit of its institution, and is asked for no more', async () => {
    const institution = await certified();
    const support = await granted(institution, 'taxRelief');
    expect(await conduct(house, support)).toMatchObject({ outcome: null, stage: 'supportDecision' });
    await leave(house, institution);
    expect(await fileOf(house, support)).toMatchObject({ outcome: 'supportEnded' });
    expect(told(await ask(institution, 'rentReduction'))).toEqual([409, 'noCertificate']);
  });
});
