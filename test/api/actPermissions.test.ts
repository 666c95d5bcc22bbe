import { acts, actRules, type Act } from '../../domain/act';
import { APPLICANT } from '../../domain/itinerary';
import { valuesOf } from '../../domain/label';
import { openItems } from '../../domain/process';
import { roles } from '../../domain/vocabulary';
import { straightAnswer } from '../world/answers';
import { answererOf, applicant, official } from '../world/people';
import { type House, openHouse, stranger } from './house';
import { actOn, advance, apply, conduct, fileOf } from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

/** The acts that one table gives to a role and a step; the system's own are nobody's. */
const given = valuesOf(acts).filter((act) => 'step' in actRules[act] && act !== 'confirmPush');

/** An act of the right shape, whether or not it is the straight path's. */
const bodies: Partial<Record<Act, object>> = {
  decline: { act: 'decline', reason: '不属于本区' },
  returnDraft: { act: 'returnDraft', reason: '事实不清' },
};

describe.each(given)('“%s”', (act) => {
  const rule = actRules[act];
  const step = 'step' in rule ? rule.step : 'accept';

  it('is refused to everybody in its unit without its role, and in every other unit with it', async () => {
    const file = await advance(house, await apply(house), step);
    const item = openItems(file).find((each) => each.step === step)!;
    const body = bodies[act] ?? straightAnswer(file, step, '2026-09-28');
    const unit = item.unit === APPLICANT ? 'health' : item.unit;
    for (const role of valuesOf(roles).filter((each) => each !== rule.role)) {
      const answered = await actOn(house, item, body, official(unit, role));
      expect([role, ...told(answered)]).toEqual([role, 403, 'roleMissing']);
    }
    const others = file.itinerary.stages.flatMap(({ steps }) => steps.map((each) => each.unit));
    for (const other of new Set(
      others.filter((each) => each !== item.unit && !/applicant|system/.test(each)),
    )) {
      const code = item.unit === APPLICANT ? 'notYourCase' : 'notYourUnit';
      const answered = await actOn(house, item, body, official(other, rule.role));
      expect([other, ...told(answered)]).toEqual([other, 403, code]);
    }
    for (const outside of [stranger, official('finance', rule.role)])
      expect(told(await actOn(house, item, body, outside))).toEqual([403, 'notReadable']);
    expect((await fileOf(house, file.caseId)).seq).toBe(file.seq);
    expect((await actOn(house, item, body, answererOf(item, act))).status).toBe(200);
    await conduct(house, file.caseId);
  });
});

describe('“withdraw”', () => {
  it('is the applicant’s alone, whoever else handles the case', async () => {
    const { caseId, seq } = await fileOf(house, await apply(house));
    const withdraw = (who = applicant) =>
      house.call(who, 'POST', `/api/v1/cases/${caseId}/acts`, {
        body: { act: 'withdraw' },
        headers: { 'idempotency-key': `withdraw-${who.sub}`, 'if-match': `"${seq}"` },
      });
    for (const role of valuesOf(roles)) {
      const code = role === 'applicant' ? 'notYourCase' : 'roleMissing';
      expect([role, ...told(await withdraw(official('shiqiao', role)))]).toEqual([role, 403, code]);
    }
    expect((await withdraw()).status).toBe(200);
  });
});
