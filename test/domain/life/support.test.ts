import type { Actor } from '../../../domain/actor';
import type { CaseFile } from '../../../domain/caseFile';
import { whyNotHandIn } from '../../../domain/handingIn';
import { kindOf, supportLife } from '../../../domain/itinerary';
import { planSupport } from '../../../domain/planSupport';
import { nextDueAt, standsAt } from '../../../domain/process';
import { kindOfNumber } from '../../../domain/supervision';
import { checkEligibility, supportId, type SupportFacts } from '../../../domain/support';
import { applicant, official } from '../../world/people';
import { xiacheng } from '../plan/plans';
import { acted, begun, onDay, type Story, wholeWay } from '../record/story';
import { does, open, openSteps, reason, refusalBy, serves } from './institution';

const facts: SupportFacts = {
  serviceMode: 'private',
  ownership: 'nonProfit',
  places: 40,
  meals: true,
  named: false,
  rating: 'good',
};

/** A measure that an institution has just asked for. */
function asked(measure = 'purchasedServices', changes: Partial<SupportFacts> = {}): Story {
  const found = xiacheng.plan.support.measures.find(({ id }) => id === measure)!;
  return begun(planSupport(xiacheng, wholeWay().file, found, { ...facts, ...changes }));
}

const submitted = (story = asked()) => does(story, 'submitSupport', { act: 'submitSupport' });
const examined = (story = submitted()) =>
  does(story, 'examineSupport', { act: 'examineSupport', result: 'passed', report: '符合目录' });
const opined = (story = examined()) =>
  does(story, 'opineSupport', { act: 'opineSupport', result: 'passed', report: '预算内' });
const drafted = (story: Story, result: 'granted' | 'refused', yuan: number | null, who?: Actor) =>
  does(story, 'draftSupport', { act: 'draftSupport', result, yuan, grounds: reason }, who);
const granted = (story = opined()) =>
  does(drafted(story, 'granted', 50_000), 'signSupport', { act: 'signSupport', result: 'granted' });
const paid = (story = serves(granted())) =>
  does(story, 'paySupport', {
    act: 'paySupport',
    paidOn: story.now.slice(0, 10),
    yuan: 50_000,
    remark: '首年',
  });
const recheck = (result: 'passed' | 'failed') =>
  does(onDay(paid(), '2027-11-24'), 'recheckSupport', { act: 'recheckSupport', result, report: '复核' });
const ending = () =>
  does(recheck('failed'), 'considerSupportEnd', { act: 'proposeSupportEnd', grounds: '不再符合条件' });

describe('the conditions of a measure', () => {
  const name = (id: string) => ({ zh: id, en: id });
  it('are explained one by one', () => {
    const checked = checkEligibility(
      [
        { kind: 'ownership', in: ['publicInstitution', 'nonProfit'] },
        { kind: 'serviceMode', in: ['kindergarten'] },
        { kind: 'named' },
        { kind: 'rating', in: ['excellent', 'good'] },
        { kind: 'places', atLeast: 41 },
      ],
      facts,
      name,
    );
    expect(checked.map(({ holds }) => holds)).toEqual([true, false, false, true, false]);
    expect(checked[4]).toMatchObject({ rule: { zh: '托位不少于 41 个' }, found: { zh: '40 个' } });
  });

  it('are not met by an institution that was never rated', () => {
    const [rating] = checkEligibility([{ kind: 'rating', in: ['good'] }], { ...facts, rating: null }, name);
    expect(rating).toMatchObject({ holds: false, found: { zh: '未评定' } });
  });
});

describe('a request for support', () => {
  it('is a case of its own kind, known by its number', () => {
    expect(kindOf(asked().file.itinerary)).toBe('support');
    expect(kindOfNumber(supportId('XCTY-2026-000001', 'rentReduction', 2))).toBe('support');
  });

  it('is handed in once there is a paper for everything that the measure asks for, each missing one named', () => {
    const story = asked('publicClassSubsidy');
    expect([openSteps(story), story.file.itinerary.materials.map(({ id, stage }) => [id, stage])]).toEqual([
      ['submitSupport'],
      [
        ['publicClassFees', 'supportReview'],
        ['childrenInCare', 'supportReview'],
      ],
    ]);
    const { id } = open(story, 'submitSupport');
    const handIn = (uploaded: string[]) =>
      acted(story, id, { act: 'submitSupport' }, applicant, uploaded).file;
    expect(() => handIn(['childrenInCare'])).toThrow(
      expect.objectContaining({
        code: 'materialsMissing',
        details: {
          pointer: '/act',
          missing: [
            {
              id: 'publicClassFees',
              name: { zh: '公益性托班收费标准', en: 'Fees of the public-benefit classes' },
            },
          ],
        },
      }),
    );
    expect(handIn(['childrenInCare', 'publicClassFees']).items[id]?.status).toBe('done');
  });

  it('asks for what the institution is to bring, and is examined at once where that is nothing', () => {
    const measure = xiacheng.plan.support.measures.find(({ id }) => id === 'rentReduction')!;
    const [rule] = measure.materials;
    const withMeals = { ...measure, materials: [{ ...rule!, onlyWithMeals: true }] };
    const story = (meals: boolean) =>
      begun(planSupport(xiacheng, wholeWay().file, withMeals, { ...facts, meals }));
    expect([openSteps(story(true)), openSteps(story(false))]).toEqual([
      ['submitSupport'],
      ['examineSupport'],
    ]);
  });

  it('takes papers from its applicant until it is granted', () => {
    const may = (file: CaseFile, by = applicant) => whyNotHandIn(file, { stage: 'supportReview' }, by);
    const clerk = official('civilAffairs', 'intakeClerk');
    expect([may(asked().file), may(opined().file), may(granted().file), may(asked().file, clerk)]).toEqual([
      null,
      null,
      'wrongStage',
      'notYourUnit',
    ]);
  });

  it('is examined by the unit whose duty it is, then by the finance bureau where it pays', () => {
    expect(open(submitted(), 'examineSupport').unit).toBe('civilAffairs');
    expect(open(examined(), 'opineSupport').unit).toBe('finance');
    expect(openSteps(examined(submitted(asked('rentReduction'))))).toEqual(['draftSupport']);
  });

  it('keeps how its conditions were met', () => {
    expect(supportLife(asked('siteSupport').file).checked).toMatchObject([{ holds: false }]);
  });

  it('is granted where every condition is met, and refused where one is not', () => {
    const unmet = opined(examined(submitted(asked('siteSupport'))));
    expect(refusalBy(() => drafted(unmet, 'granted', 10_000))).toBe('notEligible');
    const refused = does(drafted(unmet, 'refused', null), 'signSupport', {
      act: 'signSupport',
      result: 'refused',
    });
    expect([refused.file.outcome, refused.file.letters.at(-1)?.kind]).toEqual([
      'supportRefused',
      'supportRefused',
    ]);
  });

  it('says how much where the finance bureau pays, and nowhere else', () => {
    const draft = (story: Story, yuan: number | null) => refusalBy(() => drafted(story, 'granted', yuan));
    const unpaid = examined(submitted(asked('rentReduction')));
    expect([draft(opined(), null), draft(opined(), 1), draft(unpaid, 1), draft(unpaid, null)]).toEqual([
      'amountUnfit',
      'done',
      'amountUnfit',
      'done',
    ]);
  });

  it('is signed by a second person, as it was drafted, or returned', () => {
    const both: Actor = {
      ...official('civilAffairs', 'caseOfficer'),
      roles: ['caseOfficer', 'decisionMaker'],
    };
    const own = drafted(opined(), 'granted', 1, both);
    const sign = { act: 'signSupport', result: 'granted' } as const;
    expect(refusalBy(() => does(own, 'signSupport', sign, both))).toBe('fourEyes');
    expect(refusalBy(() => does(own, 'signSupport', { ...sign, result: 'refused' }))).toBe('resultDiffers');
    expect(openSteps(does(own, 'signSupport', { act: 'returnSupport', reason }))).toEqual(['draftSupport']);
  });

  it('may be waived by the applicant at any time', () => {
    const waived = acted(granted(), null, { act: 'waiveSupport', reason }, applicant);
    expect(waived.file.outcome).toBe('supportEnded');
  });
});

describe('what is granted', () => {
  it('is paid by the finance bureau, and no more than that', () => {
    const story = granted();
    expect([open(story, 'paySupport').unit, standsAt(story.file)]).toEqual(['finance', 'supported']);
    const pay = (yuan: number) =>
      ({ act: 'paySupport', paidOn: '2026-11-24', yuan, remark: '首年' }) as const;
    expect(refusalBy(() => does(story, 'paySupport', pay(50_001)))).toBe('amountUnfit');
    expect(paid().file.support!.payments).toEqual([{ on: '2026-11-24', yuan: 50_000 }]);
  });

  it('is looked at again after its months, and not before', () => {
    expect(nextDueAt(paid().file)).toBe('2027-11-23T16:00:00.000Z');
    expect(openSteps(onDay(paid(), '2027-11-23'))).toEqual([]);
    const due = onDay(paid(), '2027-11-24');
    expect([open(due, 'recheckSupport').unit, due.file.support!.nextRecheck]).toEqual([
      'civilAffairs',
      '2028-11-24',
    ]);
  });

  it('goes on and is paid again once the re-check passes', () => {
    expect(open(recheck('passed'), 'paySupport').unit).toBe('finance');
  });

  it('is considered once the re-check fails, and may be kept', () => {
    const kept = does(recheck('failed'), 'considerSupportEnd', { act: 'keepSupport', reason });
    expect([standsAt(kept.file), openSteps(kept)]).toEqual(['supported', []]);
  });

  it('ends by a second person once the institution was heard, or let the time for it pass', () => {
    const told = serves(ending());
    const end = (story: Story) => does(story, 'signSupportEnd', { act: 'signSupportEnd' });
    expect(refusalBy(() => end(told))).toBe('contestOpen');
    const over = end(onDay(told, '2027-12-10'));
    expect([over.file.outcome, over.file.letters.at(-1)?.kind]).toEqual(['supportEnded', 'supportEnded']);
  });
});
