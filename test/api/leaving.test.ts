import type { Application } from '../../domain/application';
import { supervisionId } from '../../domain/supervision';
import { about, deliver } from '../letters/courier';
import { answererOf, applicant } from '../world/people';
import { type House, openHouse } from './house';
import {
  actOn,
  actOnCase,
  advance,
  apply,
  begin,
  conduct,
  fileOf,
  newKey,
  openItem,
  submitDraft,
} from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function certified(): Promise<string> {
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  return caseId;
}

/** A change of the name, handed in. */
async function renaming(institution: string): Promise<string> {
  const begun = await house.call(applicant, 'POST', `/api/v1/cases/${institution}/changes`, {
    body: { what: ['name'] },
    headers: newKey(),
  });
  const now = begun.body.application as Application;
  const renamed = { ...now, institution: { ...now.institution, name: '新名称托育园' } };
  const submitted = await submitDraft(house, await begin(house, renamed));
  if (submitted.status !== 201) throw new Error(submitted.text);
  return submitted.body.caseId as string;
}

/** The exit is signed, and the engine has not heard of it yet. */
async function exitDecided(institution: string): Promise<void> {
  const life = supervisionId(institution);
  const request = { act: 'requestExit', reason: '停办' };
  await actOnCase(house, await conduct(house, life), request, applicant);
  const considering = openItem(await conduct(house, life), 'sanction');
  const proposal = { act: 'proposeExit', measure: 'closure', grounds: '自行停办' };
  await actOn(house, considering, proposal, answererOf(considering, 'proposeExit'));
  const signing = openItem(await conduct(house, life), 'decideExit');
  const signed = { act: 'decideExit', measure: 'closure' };
  const answered = await actOn(house, signing, signed, answererOf(signing, 'decideExit'));
  if (answered.status !== 200) throw new Error(answered.text);
}

const ask = async (institution: string, measure: string) =>
  house.call(applicant, 'POST', `/api/v1/cases/${institution}/support`, {
    body: { measure, statement: '申请扶持' },
    headers: newKey(),
  });

describe('what is under way when an institution leaves', () => {
  it('is a change that is certified no more, ends with its reason, and the applicant is told', async () => {
    const institution = await certified();
    const change = await renaming(institution);
    const issuing = openItem(await advance(house, change, 'issue'), 'issue');
    await exitDecided(institution);
    const issue = await actOn(house, issuing, { act: 'issue' }, answererOf(issuing, 'issue'));
    expect(told(issue)).toEqual([409, 'exitPending']);
    await conduct(house, supervisionId(institution));
    const ended = await fileOf(house, change);
    expect(ended).toMatchObject({ outcome: 'discontinued', certificateNo: null });
    const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${change}/events`);
    const last = (body.events as { type: string; facts: object }[]).at(-1);
    expect(last).toMatchObject({ type: 'discontinued', facts: { because: 'exit' } });
    expect(about(await deliver(house, change), '变更申请已终止').to).toBe('applicant@example.org');
  });

  it('is a request for support that nobody granted; what was granted lasts until the exit is complete', async () => {
    const institution = await certified();
    const [asked, granted] = await Promise.all(
      ['rentReduction', 'taxRelief'].map(async (measure) => {
        const { body, text } = await ask(institution, measure);
        if (typeof body.caseId !== 'string') throw new Error(text);
        return body.caseId;
      }),
    );
    const file = await advance(house, granted, 'signSupport');
    const signing = openItem(file, 'signSupport');
    const signed = { act: 'signSupport', result: file.support!.draft!.result };
    await actOn(house, signing, signed, answererOf(signing, 'signSupport'));
    await exitDecided(institution);
    await conduct(house, supervisionId(institution));
    expect([(await fileOf(house, asked)).outcome, (await fileOf(house, granted)).outcome]).toEqual([
      'supportEnded',
      null,
    ]);
    expect(told(await ask(institution, 'purchasedServices'))).toEqual([409, 'noCertificate']);
    await advance(house, supervisionId(institution), 'end');
    expect((await fileOf(house, granted)).outcome).toBe('supportEnded');
    expect(about(await deliver(house, granted), '扶持已失效').text).toContain('此后不再拨付');
  });
});
