import type { ChangeAsked } from '../../../domain/application';
import { problemsOfChange } from '../../../domain/change';
import { planCase } from '../../../domain/planCase';
import type { Change } from '../../../domain/vocabulary';
import { application, facts } from '../../world/applications';
import { xiacheng } from './plans';

const code = '91330103MA2XXXXX0A';
const existingRegistration = { unifiedCode: code, changes: true };
const asking = (...what: Change[]): ChangeAsked => ({ institution: 'XCTY-2026-000001', what });
const itineraryOf = (...what: Change[]) =>
  planCase(xiacheng, { ...facts, existingRegistration, change: asking(...what) });
const stagesOf = (...what: Change[]) => itineraryOf(...what).stages.map(({ stage }) => stage);

describe('the way of a change', () => {
  it.each<[Change, string[]]>([
    ['name', ['registration', 'push']],
    ['address', ['jointReview', 'registration', 'push']],
    ['capacity', ['jointReview']],
    ['head', ['registration', 'push']],
    ['ownership', ['jointReview', 'registration', 'push']],
  ])('of the %s goes through what the plan names for it beside what every case does', (what, stages) => {
    const always = ['acceptance', 'decision', 'filing', 'certificate'];
    expect([...stagesOf(what)].sort()).toEqual([...always, ...stages].sort());
  });

  it('of several things goes through what any of them needs', () => {
    expect(stagesOf('name', 'capacity')).toEqual(planCase(xiacheng, facts).stages.map(({ stage }) => stage));
  });

  it('changes the registration, and only another ownership registers anew', () => {
    expect(itineraryOf('name').registration).toBe('change');
    expect(itineraryOf('ownership').registration).toBe('new');
    expect(itineraryOf('capacity').registration).toBe('none');
  });

  it('that registers nothing leaves the institution its registrar', () => {
    expect(itineraryOf('capacity').registrar).toBe('civilAffairs');
  });

  it('that nobody reviews is handled by one authority, in its time', () => {
    expect([itineraryOf('name').handling, itineraryOf('capacity').handling]).toEqual(['single', 'joint']);
  });
});

describe('an application for a change', () => {
  const now = application({ existingRegistration });
  const changed = (over: object, what: Change[], institution: object = {}) =>
    problemsOfChange(now, {
      facts: { ...now.facts, ...over, change: asking(...what) },
      institution: { ...now.institution, ...institution },
    }).map(({ pointer, rule }) => [pointer, rule]);

  it('alters what it names', () => {
    expect(changed({}, ['name'], { name: '新名称托育园' })).toEqual([]);
    expect(changed({ places: 20 }, ['capacity'])).toEqual([]);
    expect(changed({ subdistrict: 'tianshui' }, ['address'])).toEqual([]);
    expect(changed({ ownership: 'forProfit' }, ['ownership'])).toEqual([]);
    expect(changed({}, ['head'])).toEqual([]);
  });

  it('alters nothing else', () => {
    expect(changed({ places: 20 }, ['name'], { name: '新名称托育园' })).toEqual([
      ['/facts/places', 'undeclaredChange'],
    ]);
  });

  it('alters each thing that it names', () => {
    expect(changed({}, ['address'])).toEqual([['/facts/change/what', 'nothingChanges']]);
  });

  it('cannot alter the mode, nor forget the registration', () => {
    expect(changed({ serviceMode: 'community', existingRegistration: null }, ['head'])).toEqual([
      ['/facts/serviceMode', 'unchangeable'],
      ['/facts/existingRegistration', 'unchangeable'],
    ]);
  });
});
