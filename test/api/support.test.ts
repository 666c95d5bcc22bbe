import type { ApplicationFacts } from '../../domain/application';
import { infectedPdf, pdf } from '../papers/files';
import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { stranger } from './house';
import { actOn, advance, apply, conduct, fileOf, leave, newKey, openItem, rate } from './way';
import { listed, replacement, scanAll, upload } from './uploading';
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

async function certified(changes: Partial<ApplicationFacts> = {}): Promise<string> {
  const caseId = await apply(house, changes);
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

  it('is handed in with its papers: each missing one is named, the examiner sees them, a next version replaces one', async () => {
    const institution = await certified({ serviceMode: 'kindergarten', ownership: 'nonProfit' });
    const asked = await ask(institution, 'publicClassSubsidy');
    const place = `/cases/${asked.body.caseId}`;
    const handIn = async () =>
      actOn(
        house,
        openItem(await fileOf(house, asked.body.caseId as string), 'submitSupport'),
        { act: 'submitSupport' },
        applicant,
      );
    const paper = async (material: string, bytes = pdf()) =>
      upload(house, applicant, `${place}/papers`, {
        material,
        files: [{ name: '材料.pdf', bytes: await bytes }],
      });
    const refused = await handIn();
    expect(told(refused)).toEqual([422, 'materialsMissing']);
    const names = (refused.body.errors as { message: string }[]).map(({ message }) => message);
    expect(names).toEqual(['材料不齐：公益性托班收费标准', '材料不齐：在托婴幼儿人数证明']);

    await paper('publicClassFees');
    await paper('childrenInCare', infectedPdf());
    await scanAll(house);
    const again = await handIn();
    expect(again.body.errors).toMatchObject([{ message: '材料不齐：在托婴幼儿人数证明' }]);
    const proof = (await paper('childrenInCare')).body.papers[0];
    await scanAll(house);
    expect((await handIn()).status).toBe(200);

    const examiner = official('education', 'reviewer');
    const seen = await listed(house, place, 'childrenInCare', examiner);
    expect([seen.handedIn, seen.open, seen.papers[1].state]).toEqual(['uploaded', false, 'clean']);
    expect((await house.call(examiner, 'GET', seen.papers[1].content)).status).toBe(200);
    const next = await replacement(house, proof, { name: '人数.pdf', bytes: await pdf() });
    expect([next.status, next.body.version]).toEqual([201, 2]);
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
