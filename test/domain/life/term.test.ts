import { problemsOfChange } from '../../../domain/change';
import { fold } from '../../../domain/fold';
import type { Itinerary } from '../../../domain/itinerary';
import { noticeOf } from '../../../domain/notice';
import { perform } from '../../../domain/perform';
import { planCase } from '../../../domain/planCase';
import { planSupervision } from '../../../domain/planLife';
import { hasExpired, problemOfRenewal, validUntilIn, validUntilOf } from '../../../domain/term';
import type { Change } from '../../../domain/vocabulary';
import { application, facts } from '../../world/applications';
import { answererOf } from '../../world/people';
import { xiacheng } from '../plan/plans';
import {
  begun,
  conducted,
  onDay,
  openItem,
  type Story,
  told,
  todayIn,
  wayTo,
  wholeWay,
} from '../record/story';
import { does, LEAD, open, openSteps, reason } from './institution';

const basis = { clause: '区卫健局', source: 'district', confirmed: false } as const;
const { plan } = xiacheng;
const rules = { fromDays: 90, remindDays: 60 };
const withTerms = {
  ...xiacheng,
  plan: {
    ...plan,
    modes: { ...plan.modes, private: { ...plan.modes.private, term: { value: 3, basis } } },
    renewal: { ...rules, basis },
  },
};
const UNTIL = '2027-03-31';
const institution = (validUntil?: string) => ({
  ...wholeWay().file,
  ...(validUntil !== undefined && { validUntil }),
});
const itineraryUntil = (validUntil?: string): Itinerary =>
  planSupervision(withTerms, institution(validUntil));
const supervised = (validUntil?: string): Story => begun(itineraryUntil(validUntil));
const ofTerm = ({ events }: Story) => events.filter(({ type }) => type.startsWith('term'));
const asked = ({ file }: Story) =>
  Object.values(file.items).filter(({ stepId }) => file.asked[stepId]?.about.startsWith('term-'));

describe('the term of a certificate', () => {
  const change = (...what: Change[]) => ({ term: 3, change: { institution: 'X', what } });

  it('is its mode’s, in years, counted from the day of issue; without one it holds without end', () => {
    expect(planCase(withTerms, facts).term).toBe(3);
    expect([planCase(withTerms, { ...facts, serviceMode: 'family' }), planCase(xiacheng, facts)]).toEqual([
      expect.not.objectContaining({ term: expect.anything() }),
      expect.not.objectContaining({ term: expect.anything() }),
    ]);
    expect(validUntilOf({ term: 3 }, '2026-11-24', null)).toBe('2029-11-23');
    expect(validUntilOf({}, '2026-11-24', null)).toBeNull();
  });

  it('stays as it is through another change, and goes on from its last day with a renewal', () => {
    expect(validUntilOf(change('name'), '2028-01-10', '2029-11-23')).toBe('2029-11-23');
    expect(validUntilOf(change('name'), '2028-01-10', null)).toBeNull();
    expect(validUntilOf(change('renewal', 'name'), '2029-10-10', '2029-11-23')).toBe('2032-11-23');
  });

  it('begins anew with a renewal that comes after its end', () => {
    expect(validUntilOf(change('renewal'), '2030-01-10', '2029-11-23')).toBe('2033-01-09');
  });

  it('is over on the day after its last', () => {
    expect(['2029-11-23', '2029-11-24'].map((day) => hasExpired('2029-11-23', day))).toEqual([false, true]);
    expect(hasExpired(null, '2099-01-01')).toBe(false);
  });

  it('is set with the certificate, and none where the plan has none', () => {
    const issue = (story: Story) => {
      const item = openItem(story, 'issue');
      const context = { today: todayIn(story), now: story.now, number: 'C-1' };
      return perform(story.file, item.id, { act: 'issue' }, answererOf(item, 'issue'), context).body;
    };
    const story = wayTo('issue');
    expect(issue(story)).not.toHaveProperty('validUntil');
    const file = { ...story.file, itinerary: { ...story.file.itinerary, term: 3 } };
    const body = issue({ ...story, file });
    expect(body).toMatchObject({ validUntil: validUntilOf({ term: 3 }, todayIn(story), null) });
    const event = { ...body, seq: file.seq + 1, at: story.now, actor: { sub: 'x', unit: 'health' } };
    const certified = fold(file, [event], file.caseId);
    expect(validUntilIn(planSupervision(withTerms, certified))).toBe(certified.validUntil);
  });
});

describe('a renewal', () => {
  const may = (validUntil: string | undefined, today: string, ...what: Change[]) =>
    problemOfRenewal(what, itineraryUntil(validUntil), today)?.rule ?? 'may';

  it('can be asked for from the day that the plan sets, also after the end', () => {
    expect(['2026-12-30', '2026-12-31', '2027-06-01'].map((day) => may(UNTIL, day, 'renewal'))).toEqual([
      'renewalTooEarly',
      'may',
      'may',
    ]);
    expect(may(UNTIL, '2026-12-30', 'name')).toBe('may');
  });

  it('is for no certificate that holds without end', () => {
    expect(may(undefined, '2026-12-30', 'renewal')).toBe('holdsWithoutEnd');
  });

  it('changes nothing else', () => {
    const now = application();
    const after = application({ change: { institution: 'X', what: ['renewal'] } });
    expect(problemsOfChange(now, after)).toEqual([]);
    const renamed = { ...after, institution: { ...after.institution, name: '改名' } };
    expect(problemsOfChange(now, renamed)).toMatchObject([{ rule: 'undeclaredChange' }]);
  });
});

describe('a certificate whose term ends', () => {
  it('is told of once before its last day, in its days', () => {
    expect(ofTerm(onDay(supervised(UNTIL), '2027-01-29'))).toEqual([]);
    const reminded = ofTerm(onDay(onDay(supervised(UNTIL), '2027-01-30'), '2027-02-20'));
    expect(reminded).toMatchObject([{ type: 'termEnding', on: UNTIL }]);
    expect(noticeOf(reminded[0]!)).toBe('termEnding');
  });

  it('is asked about by the lead once its last day is over, once, and goes on meanwhile', () => {
    const last = onDay(supervised(UNTIL), UNTIL);
    expect(asked(last)).toEqual([]);
    const over = onDay(last, '2027-04-01');
    expect(ofTerm(over).map(({ type }) => type)).toEqual(['termEnding', 'termOver']);
    expect(asked(over)).toMatchObject([{ step: 'sanction', unit: LEAD, status: 'open' }]);
    expect(over.file.outcome).toBeNull();
    expect(asked(onDay(over, '2027-06-01'))).toHaveLength(1);
  });

  it('may lead to an exit, in which the institution is heard', () => {
    const item = asked(onDay(supervised(UNTIL), '2027-04-01'))[0]!;
    const story = onDay(supervised(UNTIL), '2027-04-01');
    expect(open(story, 'sanction').id).toBe(item.id);
    const proposed = does(story, 'sanction', { act: 'proposeExit', measure: 'recall', grounds: reason });
    expect(openSteps(proposed)).toEqual(expect.arrayContaining(['decideExit', 'requestHearing']));
  });

  it('is renewed: nobody is asked any more, and the next end is told of in its time', () => {
    const over = onDay(supervised(UNTIL), '2027-04-01');
    const next = '2030-03-31';
    const itinerary = itineraryUntil(next);
    const renewed = conducted(told(over, { type: 'institutionChanged', on: todayIn(over), itinerary }));
    expect(asked(renewed).map(({ status }) => status)).toEqual(['closed']);
    expect(ofTerm(onDay(renewed, '2030-02-01')).map((event) => 'on' in event && event.on)).toEqual([
      UNTIL,
      next,
    ]);
  });

  it('holds without end where the plan has no term', () => {
    expect(ofTerm(onDay(supervised(), '2032-01-01'))).toEqual([]);
  });
});
