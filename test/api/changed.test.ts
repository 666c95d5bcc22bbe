import { about, deliver } from '../letters/courier';
import { answererOf, applicant } from '../world/people';
import { type House, openHouse } from './house';
import { renamed } from './renaming';
import { actOn, advance, apply, fileOf, newKey, openItem } from './way';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ask = async (institution: string, measure: string): Promise<string> => {
  const { body, text } = await house.call(applicant, 'POST', `/api/v1/cases/${institution}/support`, {
    body: { measure, statement: '申请扶持' },
    headers: newKey(),
  });
  if (typeof body.caseId !== 'string') throw new Error(text);
  return body.caseId;
};

async function granted(support: string): Promise<void> {
  const file = await advance(house, support, 'signSupport');
  const signing = openItem(file, 'signSupport');
  const signed = { act: 'signSupport', result: file.support!.draft!.result };
  await actOn(house, signing, signed, answererOf(signing, 'signSupport'));
}

it('a support goes to the institution as it is now, whether it was asked for before a change or after', async () => {
  const institution = await apply(house);
  await advance(house, institution, 'end');
  const before = await ask(institution, 'taxRelief');
  const change = await renamed(house, institution, 'new@example.org');
  const after = await ask(institution, 'rentReduction');
  for (const support of [before, after]) {
    expect((await fileOf(house, support)).itinerary.life).toMatchObject({ institution, application: change });
    await granted(support);
    const letters = await deliver(house, support);
    const told = about(letters, '扶持决定书');
    expect([told.to, told.text.includes('新名称托育园')]).toEqual(['new@example.org', true]);
    const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${support}`);
    expect(body.institution).toBe('新名称托育园');
  }
});
