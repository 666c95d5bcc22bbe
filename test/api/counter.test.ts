import { application } from '../world/applications';
import { applicant, official, ORGANISATION } from '../world/people';
import { type House, openHouse } from './house';
import { lease, material, upload } from './uploading';
import { actOn, actOnCase, advance, fileOf, newKey, openItem } from './way';
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

describe('an applicant who comes to the counter again', () => {
  /** What stands on the log of a case: which clerk did what. */
  const logged = async (caseId: string) => {
    const rows = await house.database.db
      .selectFrom('audit_entry')
      .select(['actor_sub', 'actor_unit', 'details'])
      .where('type', '=', 'doneAtCounter')
      .where('subject_id', '=', caseId)
      .orderBy('seq')
      .execute();
    return rows.map(({ actor_sub, actor_unit, details }) => [actor_sub, actor_unit, details.act]);
  };
  const last = async (caseId: string, who = applicant) => {
    const { body } = await house.call(who, 'GET', `/api/v1/cases/${caseId}/events`);
    return (body.events as readonly Body[]).findLast(({ type }) => ['corrected', 'withdrawn'].includes(type));
  };
  const asked = async () => {
    const { caseId } = (await enter()).body;
    const missing = [{ text: '房屋租赁协议', material }];
    const item = openItem(await fileOf(house, caseId), 'accept');
    expect((await actOn(house, item, { act: 'requestCorrection', missing }, clerk)).status).toBe(200);
    return fileOf(house, caseId);
  };
  const correction = { act: 'correct', answers: [{ no: 1, answer: '已交协议' }] };

  it('hands in what was missing there, and the clerk answers the list for them, on the record and on the log', async () => {
    const { caseId, ...file } = await asked();
    const sent = await upload(house, clerk, `/cases/${caseId}/papers`, { material, files: [await lease()] });
    expect(sent.status).toBe(201);
    const item = openItem({ caseId, ...file }, 'correct');
    const { body } = await house.call(clerk, 'GET', `/api/v1/work-items/${item.id}`);
    expect(body.allowed).toEqual([
      expect.objectContaining({
        act: 'correct',
        label: { zh: '窗口代办：补正', en: 'Correct (at the counter)' },
      }),
    ]);
    expect((await actOn(house, item, correction, clerk)).status).toBe(200);
    expect(await last(caseId)).toMatchObject({
      type: 'corrected',
      label: { zh: '已补正（窗口代办）', en: 'Corrected (at the counter)' },
      unit: { id: 'shiqiao' },
      facts: { channel: 'counter' },
      particulars: { answers: [{ no: 1, answer: '已交协议' }] },
    });
    const by = [clerk.sub, 'shiqiao'];
    expect(await logged(caseId)).toEqual([
      [...by, 'submit'],
      [...by, 'handIn'],
      [...by, 'correct'],
    ]);
  });

  it('takes the application back there', async () => {
    const file = await asked();
    const withdrawn = await actOnCase(house, file, { act: 'withdraw', reason: '改变计划' }, clerk);
    expect(withdrawn.body.case.outcome).toBe('withdrawn');
    expect(await last(file.caseId)).toMatchObject({
      label: { zh: '已撤回（窗口代办）' },
      facts: { channel: 'counter' },
    });
    expect((await logged(file.caseId)).at(-1)).toEqual([clerk.sub, 'shiqiao', 'withdraw']);
  });

  it('goes to the counter that took the application in, or does it alone', async () => {
    const file = await asked();
    const other = official('health', 'intakeClerk');
    expect(told(await actOnCase(house, file, { act: 'withdraw' }, other))).toEqual([403, 'notYourUnit']);
    expect((await actOn(house, openItem(file, 'correct'), correction, applicant)).status).toBe(200);
    expect((await last(file.caseId))?.label.zh).toBe('已补正');
    expect(await logged(file.caseId)).toEqual([[clerk.sub, 'shiqiao', 'submit']]);
  });
});
