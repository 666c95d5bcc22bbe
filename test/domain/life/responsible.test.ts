import { isGapForConference } from '../../../domain/conference';
import {
  isAnsweredByName,
  type NamedPerson,
  type Pair,
  standingOf,
  unitsThatName,
} from '../../../domain/responsible';
import { xiacheng } from '../plan/plans';
import { submitted } from '../record/story';
import { evaluated, supervised } from './institution';

const today = '2026-11-24';
const person = (sub: string, changes: Partial<NamedPerson> = {}): NamedPerson => ({
  sub,
  absence: null,
  fit: true,
  ...changes,
});
const away = (from: string, until: string) => ({ absence: { from, until } });
const unfit = { fit: false };
const pair = (first: Partial<NamedPerson> = {}, second: Partial<NamedPerson> = {}): Pair => ({
  responsible: person('one', first),
  replacement: person('two', second),
});

describe('who answers for a unit’s supervision on a day (实施方案四（三）)', () => {
  it.each<[string, Pair, string | null, boolean, string | null]>([
    ['the responsible person', pair(), 'one', false, null],
    ['the replacement on their first day away', pair(away(today, '2026-12-01')), 'two', true, null],
    ['the replacement on their last day away', pair(away('2026-11-01', today)), 'two', true, null],
    ['the responsible person before it', pair(away('2026-11-25', '2026-12-01')), 'one', false, null],
    ['the responsible person after it', pair(away('2026-11-01', '2026-11-23')), 'one', false, null],
    ['nobody where both are away', pair(away(today, today), away(today, today)), null, false, 'bothAbsent'],
    ['nobody where nobody is named', {}, null, false, 'nobodyNamed'],
    ['the replacement of who has left the unit, which is a gap', pair(unfit), 'two', true, 'notOfUnit'],
    [
      'the responsible person whose replacement has left, which is one too',
      pair({}, unfit),
      'one',
      false,
      'notOfUnit',
    ],
    ['nobody where both have left', pair(unfit, unfit), null, false, 'notOfUnit'],
    ['nobody where one has left and one is away', pair(unfit, away(today, today)), null, false, 'notOfUnit'],
    ['who is left of a pair', { replacement: person('two') }, 'two', true, 'notOfUnit'],
  ])('is %s', (_, named, answers, standsIn, gap) => {
    expect(standingOf(named, today)).toEqual({ answers, standsIn, gap });
  });
});

describe('the units that name a pair', () => {
  const named = unitsThatName(xiacheng.plan);

  it('are those to which supervision and evaluation give work, every subdistrict among them', () => {
    const { units, supervision } = xiacheng.plan;
    const subdistricts = units.filter(({ kind }) => kind === 'subdistrict').map(({ id }) => id);
    const visiting = supervision.visits.map(({ unit }) => unit).filter((unit) => unit !== 'subdistrict');
    expect(named).toEqual(expect.arrayContaining([...subdistricts, ...visiting, 'health', 'civilAffairs']));
    expect(named).not.toContain('government');
    expect(named).toEqual(units.map(({ id }) => id).filter((id) => named.includes(id)));
  });

  it('follow from the plan: who visits names a pair, and nobody else', () => {
    const { plan } = xiacheng;
    const [first, ...others] = plan.supervision.visits;
    const idle = plan.units.find(({ id, kind }) => kind === 'department' && !named.includes(id))!.id;
    const visits = [{ ...first!, unit: idle }, ...others];
    const changed = { ...plan, supervision: { ...plan.supervision, visits } };
    expect(unitsThatName(changed)).toContain(idle);
  });
});

it('is told of supervision and of evaluation alone', () => {
  const told = [supervised(), evaluated(), submitted()].map(({ file }) => isAnsweredByName(file));
  expect(told).toEqual([true, true, false]);
});

it('is for the joint conference once a gap has lasted longer than the plan says', () => {
  const { responsible } = xiacheng.plan.supervision;
  expect(responsible).toMatchObject({ conferenceAfterDays: 10, basis: { confirmed: false } });
  expect(isGapForConference('2026-11-24', responsible, '2026-12-04')).toBe(false);
  expect(isGapForConference('2026-11-24', responsible, '2026-12-05')).toBe(true);
  expect(isGapForConference('2026-11-24', undefined, '2027-12-05')).toBe(false);
});
