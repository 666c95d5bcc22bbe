import { checklistOf } from '../../domain/changes/supervised';
import { asItShouldBe, supervisionId } from '../../domain/supervision';
import { deliver } from '../letters/courier';
import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { actOn, actOnCase, advance, apply, conduct, openItem } from './way';
import { told } from './wire';

let house: House;
let life: string;
beforeAll(async () => {
  house = await openHouse();
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  life = supervisionId(caseId);
});
afterAll(() => house.close());

const incident = {
  act: 'reportIncident',
  kind: 'injury',
  happenedOn: '2026-09-28',
  happenedAt: '07:30',
  hurt: 1,
  report: '户外活动时跌倒，已送医，家长已到院',
};

describe('an incident that is reported', () => {
  it('is mailed at once to heads and case officers of the health bureau, the police and emergency management', async () => {
    expect((await actOnCase(house, await conduct(house, life), incident, applicant)).status).toBe(200);
    const mails = (await deliver(house, life)).filter(({ subject }) => subject.includes('事故报告'));
    const units = new Set(mails.map(({ to }) => to.split('-')[0]));
    expect([...units].sort()).toEqual(['emergency', 'health', 'police']);
    expect(mails[0]!.text).toContain('2026年9月28日 07:30');
    expect(mails[0]!.text).toContain('本报告已超过规定时限');
    expect(mails[0]!.text).toContain(incident.report);
  });

  it('ends with a result that the institution is told, which learns of no visit on the way', async () => {
    const followUp = openItem(await conduct(house, life), 'followUpIncident');
    const call = { act: 'callVisit', ground: 'incident', about: followUp.id, reason: '核实' };
    const reviewer = official('police', 'reviewer');
    expect((await actOnCase(house, await conduct(house, life), call, reviewer)).status).toBe(200);
    const { text } = await house.call(applicant, 'GET', `/api/v1/cases/${life}/events`);
    expect(text).toContain('incidentReported');
    for (const word of ['visitCalled', '.visit-', '核实']) expect(text).not.toContain(word);
    const inspecting = await conduct(house, life);
    const visit = openItem(inspecting, 'visit');
    const checked = asItShouldBe(checklistOf(inspecting, visit));
    const found = {
      act: 'recordVisit',
      visitedOn: '2026-09-28',
      report: '场地符合要求',
      findings: [],
      checked,
    };
    expect((await actOn(house, visit, found, reviewer)).status).toBe(200);
    const officer = official('health', 'caseOfficer');
    const conclusion = { act: 'concludeIncident', result: 'noFault', report: '意外跌倒，看护在位' };
    const item = openItem(await conduct(house, life), 'followUpIncident');
    expect((await actOn(house, item, conclusion, officer)).status).toBe(200);
    const [mail] = (await deliver(house, life)).filter(({ subject }) => subject.includes('事故办结'));
    expect(mail).toMatchObject({ to: 'applicant@example.org' });
    expect(mail!.text).toContain('意外跌倒，看护在位');
  });

  it.each([
    ['a time that is none', { happenedAt: '25:00' }, 422],
    ['a kind that the plan does not know', { kind: 'noise' }, 422],
    ['an hour that has not come', { happenedAt: '23:00' }, 422],
  ])('is refused with %s', async (_what, change, status) => {
    const answered = await actOnCase(
      house,
      await conduct(house, life),
      { ...incident, ...change },
      applicant,
    );
    expect(told(answered)[0]).toBe(status);
  });
});
