import { explainDeadline } from '../../domain/clock';
import { ruleOf } from '../../domain/opening';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { actOn, advance, apply, fileOf, openItem } from './way';
import type { Body } from './wire';

let house: House;
let caseId: string;
const fire = official('fire', 'reviewer');
const officer = official('shiqiao', 'caseOfficer');
const objection = '疏散通道宽度不足';
const grounds = '疏散通道已整改，符合条件';

beforeAll(async () => {
  house = await openHouse();
  caseId = await apply(house);
  await advance(house, caseId, 'review');
  await actOn(
    house,
    (await fileOf(house, caseId)).items[`${caseId}.1.review-fire`]!,
    { act: 'signOff', opinion: 'object', reason: objection },
    fire,
  );
});
afterAll(() => house.close());

const record = async (who = applicant, query = '') =>
  (await house.call(who, 'GET', `/api/v1/cases/${caseId}/events${query}`)).body.events as readonly Body[];
const lastOf = (events: readonly Body[], type: string) =>
  events.filter((event) => event.type === type).at(-1);

describe('the record of a case', () => {
  it('numbers what happened from one, in order, with who did it, when and for which unit', async () => {
    const events = await record(officer);
    expect(events.map(({ seq }) => seq as number)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({
      type: 'submitted',
      label: { zh: '已申报' },
      unit: { id: 'applicant' },
    });
    expect(lastOf(events, 'accepted')).toMatchObject({
      at: house.time.now.toISOString(),
      workItem: `${caseId}.1.accept`,
      unit: { id: 'shiqiao' },
      person: { zh: '人员 shiqiao-intakeClerk-1' },
    });
  });

  it('is read on from a number', async () => {
    const all = await record(officer);
    expect(await record(officer, '?after=2')).toEqual(all.slice(2));
    expect(await record(officer, `?after=${all.length}`)).toEqual([]);
  });

  it('gives the applicant no official’s name, and nothing of what colleagues write to one another', async () => {
    const events = await record(applicant);
    expect(events.filter(({ person }) => person !== null)).toEqual([]);
    expect(lastOf(events, 'signedOff')).toMatchObject({ unit: { id: 'fire' }, facts: {}, particulars: null });
    expect(JSON.stringify(events)).not.toContain(objection);
  });

  it('gives those who handle the case, and who oversee it, every word', async () => {
    for (const reader of [officer, official('hr', 'reviewer'), administrator]) {
      expect(lastOf(await record(reader), 'signedOff')).toMatchObject({
        facts: { opinion: 'object' },
        particulars: { reason: objection },
        person: { en: 'Person fire-reviewer-1' },
      });
    }
  });

  it('keeps a draft inside until it is signed, and gives the applicant its grounds then', async () => {
    const draft = openItem(await advance(house, caseId, 'draft'), 'draft');
    await actOn(house, draft, { act: 'draft', result: 'granted', grounds }, officer);
    expect(JSON.stringify(await record(applicant))).not.toContain(grounds);
    expect(lastOf(await record(officer), 'decisionDrafted')?.particulars.grounds).toBe(grounds);
    const signature = openItem(await advance(house, caseId, 'decide'), 'decide');
    const signer = official('shiqiao', 'decisionMaker');
    await actOn(house, signature, { act: 'decide', result: 'granted' }, signer);
    const events = await record(applicant);
    expect(lastOf(events, 'decisionDrafted')).toMatchObject({ facts: {}, particulars: null });
    expect(lastOf(events, 'decided')).toMatchObject({
      facts: { result: 'granted' },
      particulars: { grounds },
    });
  });

  it.each(['after=-1', 'after=x', 'after=1e3', 'before=1', 'after=1&after=2'])(
    'is not read with ?%s',
    async (query) => {
      const answered = await house.call(officer, 'GET', `/api/v1/cases/${caseId}/events?${query}`);
      expect(answered.status).toBe(400);
      expect(answered.body.errors[0].pointer).toMatch(/^\/query\//);
    },
  );
});

describe('the deadlines of a case', () => {
  const deadlines = async (who = applicant) =>
    (await house.call(who, 'GET', `/api/v1/cases/${caseId}/deadlines`)).body.deadlines as readonly Body[];

  it('are explained day by day, one for each work item, as the rules explain them', async () => {
    const file = await fileOf(house, caseId);
    const shown = await deadlines();
    expect(shown.map(({ workItem }) => workItem as string).sort()).toEqual(Object.keys(file.items).sort());
    for (const { workItem, recorded, clock, explained } of shown) {
      const item = file.items[workItem]!;
      const rule = ruleOf(file, item.stepId);
      expect(recorded).toEqual(item.deadline);
      expect(clock).toEqual(rule);
      expect(explained).toEqual(explainDeadline(rule, item.deadline.startsOn, loadCalendar([])));
      expect(explained.due).toBe(recorded.due);
    }
  });

  it('say of each day whether it counts and why, in Chinese and English', async () => {
    const { explained, clock } = (await deadlines()).find(({ step }) => step === 'accept')!;
    expect(clock.basis).toMatchObject({ clause: '行政许可法 第三十二条', confirmed: false });
    const days = explained.days as readonly Body[];
    expect(days.filter(({ counted }) => counted).map(({ n }) => n as number)).toEqual([1, 2, 3, 4, 5]);
    expect(days.find(({ date }) => date === '2026-10-01')).toMatchObject({
      counted: false,
      n: null,
      reason: 'holiday',
      label: { zh: expect.stringContaining('国庆'), en: expect.any(String) },
    });
  });
});
