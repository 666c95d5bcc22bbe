import { application } from '../world/applications';
import { applicant, official, ORGANISATION } from '../world/people';
import { type House, openHouse } from './house';
import { advance, newKey } from './way';
import { type Body, faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const reason = '节前窗口收件，系统维护，今日补录';

const enter = (changes: object = {}, who = clerk) =>
  house.call(who, 'POST', '/api/v1/cases', {
    body: { application: application(), organisation: ORGANISATION, receivedOn: '2026-09-28', ...changes },
    headers: newKey(),
  });

describe('an application that comes to the counter on paper', () => {
  it('becomes a case of the applicant, entered by the clerk', async () => {
    const { status, headers, body } = await enter();
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/cases/${body.caseId}`);
    expect(body).toMatchObject({ organisation: ORGANISATION, receivedOn: '2026-09-28' });
    expect((await house.call(applicant, 'GET', body.href)).status).toBe(200);
    const { events } = (await house.call(clerk, 'GET', `${body.href}/events`)).body;
    expect(events[0]).toMatchObject({
      type: 'submitted',
      unit: { id: 'shiqiao' },
      facts: { channel: 'counter', receivedOn: '2026-09-28' },
    });
  });

  it('counts its clock from the day of receipt, with the reason for its late entry on the record', async () => {
    const { body } = await enter({ receivedOn: '2026-09-24', reason });
    expect(body.receivedOn).toBe('2026-09-24');
    // Five working days after 24 September, across 中秋 and 国庆; from the 28th it would be 10 October.
    expect(body.workItems[0].deadline).toMatchObject({ startsOn: '2026-09-24', limit: 5, due: '2026-10-09' });
    const { events } = (await house.call(applicant, 'GET', `${body.href}/events`)).body;
    expect(events[0].particulars).toEqual({ reason });
  });

  it('is deemed accepted already where it lay about for longer than the law allows', async () => {
    const { body } = await enter({ receivedOn: '2026-08-03', reason });
    const shown = (await house.call(clerk, 'GET', body.href)).body;
    expect(shown).toMatchObject({ stage: 'jointReview', dates: { acceptance: '2026-08-03' } });
    const { events } = (await house.call(clerk, 'GET', `${body.href}/events`)).body;
    expect((events as readonly Body[]).map(({ type }) => type as string)).toContain('deemedAccepted');
  });

  it('goes to its end like any other: the applicant files, since somebody can sign in for them', async () => {
    const { caseId } = (await enter()).body;
    expect((await advance(house, caseId, 'end')).outcome).toBe('certified');
  });

  it.each([
    ['tomorrow', { receivedOn: '2026-09-29' }, '/receivedOn dateInFuture'],
    ['an earlier day without a reason', { receivedOn: '2026-09-27' }, '/reason reasonMissing'],
    ['a day before the plan', { receivedOn: '2019-07-11', reason }, '/receivedOn beforeAnyPlan'],
    ['a day that does not exist', { receivedOn: '2026-09-31', reason }, '/receivedOn invalidDate'],
  ])('is refused where it was received %s', async (_, changes, fault) => {
    const refused = await enter(changes);
    expect(told(refused)).toEqual([422, 'invalidContent']);
    expect(faults(refused)).toEqual([fault]);
  });

  it('is refused for an organisation for which nobody can sign in', async () => {
    expect(faults(await enter({ organisation: '无此单位' }))).toEqual(['/organisation unknownOrganisation']);
  });

  it('is for an organisation that the clerk finds by words of its name', async () => {
    const found = async (name: string, who = clerk) =>
      (await house.call(who, 'GET', `/api/v1/organisations?name=${encodeURIComponent(name)}`)).body
        .organisations;
    const [own, ...others] = await found(ORGANISATION.slice(2, 8).toUpperCase());
    expect([own.organisation, others]).toEqual([ORGANISATION, []]);
    const { length } = (await house.call(applicant, 'GET', '/api/v1/cases?limit=100&kind=licensing')).body
      .entries;
    expect(own.cases).toBe(length);
    expect(await found('无此单位')).toEqual([]);
    expect(await found('%')).toEqual([]);
  });

  it('is entered whole: paper that says too little is no application', async () => {
    const { institution: _, ...others } = application();
    expect(faults(await enter({ application: others }))).toEqual(['/application/institution required']);
  });

  it('is entered at the unit that accepts it, and by its clerks alone', async () => {
    expect(told(await enter({}, official('tianshui', 'intakeClerk')))).toEqual([403, 'notYourUnit']);
    expect(told(await enter({}, official('shiqiao', 'reviewer')))).toEqual([403, 'roleMissing']);
    expect(told(await enter({}, applicant))).toEqual([403, 'roleMissing']);
  });
});
