import { readFileSync } from 'node:fs';
import { parsePlan } from '../../infra/plan/file';
import { PlanFileError } from '../../infra/plan/problem';
import { fictionalFile, xiachengFile } from '../domain/plan/plans';

const fictional = readFileSync(fictionalFile, 'utf8');
const xiacheng = readFileSync(xiachengFile, 'utf8');

function problemsAfter(text: string, from: string | RegExp, to: string) {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  try {
    parsePlan(changed, 'plan.yaml');
  } catch (error) {
    if (error instanceof PlanFileError) {
      return error.problems.map(({ path, rule, line }) => ({
        path,
        rule,
        text: changed.split('\n')[line - 1],
      }));
    }
    throw error;
  }
  return [];
}

describe('what the entries of a plan say against one another', () => {
  it.each([
    ['a lead', 'lead: bigBureau', 'lead: bigBurau', 'modes.kindergarten.lead'],
    ['a consulted unit', 'consulted: [south]', 'consulted: [west]', 'modes.employer.consulted[0]'],
    ['a reviewer', 'value: [bigBureau]', 'value: [smallBureau]', 'modes.employer.reviews.value[0]'],
    [
      'a decider',
      'decides: { value: bigBureau',
      'decides: { value: nobody',
      'modes.kindergarten.decides.value',
    ],
    [
      'a supervising authority',
      'supervisingAuthority: { value: office',
      'supervisingAuthority: { value: nobody',
      'modes.employer.supervisingAuthority.value',
    ],
    ['a registrar', 'nonProfit: { unit: counter', 'nonProfit: { unit: nobody', 'registrars.nonProfit.unit'],
    [
      'the filing authority',
      'filingAuthority: { unit: office',
      'filingAuthority: { unit: nobody',
      'filingAuthority.unit',
    ],
    [
      "the leading group's office",
      'leadingGroupOffice: office',
      'leadingGroupOffice: nobody',
      'leadingGroupOffice',
    ],
    [
      'a registrar that is only a stand-in',
      'nonProfit: { unit: counter',
      'nonProfit: { unit: subdistrict',
      'registrars.nonProfit.unit',
    ],
  ])('refuses %s that is no unit', (_, from, to, path) => {
    expect(problemsAfter(fictional, from, to)).toMatchObject([{ path, rule: 'unknownReference' }]);
  });

  it('refuses a clock table that names no clock, and the clock that is then left over', () => {
    const problems = problemsAfter(fictional, 'single: alone', 'single: lonely');
    expect(problems).toMatchObject([
      { path: 'clocks[2].id', rule: 'unused', text: '  - id: alone' },
      { path: 'clockTable.decision.single', rule: 'unknownReference' },
    ]);
  });

  it.each([
    ['a unit', 'id: south', 'id: north', 'units[5].id', 'duplicate'],
    [
      'a reviewer',
      '[subdistrict, north, safety]',
      '[north, safety, north]',
      'modes.community.reviews.value[2]',
      'duplicate',
    ],
    ['a paper', 'id: kitchenPlan', 'id: letter', 'materials[1].id', 'duplicate'],
    ['a standard', 'id: cellar', 'id: room', 'standards[1].id', 'duplicate'],
    ['an indicator', 'id: visits', 'id: safety', 'evaluation.indicators[1].id', 'duplicate'],
    ['a rating', 'id: unfit', 'id: fit', 'evaluation.ratings[1].id', 'duplicate'],
    ['a milestone', 'id: done', 'id: walls', 'construction.milestones[1].id', 'duplicate'],
  ])('refuses %s that is there twice', (_, from, to, path, rule) => {
    expect(problemsAfter(fictional, from, to)).toContainEqual(expect.objectContaining({ path, rule }));
  });

  it.each([
    [
      'a scorer that is no unit',
      'scoredBy: bigBureau',
      'scoredBy: west',
      'indicators[0].scoredBy',
      'unknownReference',
    ],
    ['weights that are not 100 together', 'weight: 60', 'weight: 50', 'indicators', 'contradiction'],
    ['a worst rating that begins above 0', 'from: 0,', 'from: 10,', 'ratings[1].from', 'contradiction'],
    ['ratings that do not go down', 'from: 50,', 'from: 0,', 'ratings[1].from', 'contradiction'],
    ['a day that not every year has', 'opensOn: 06-15', 'opensOn: 02-29', 'opensOn', 'format'],
    [
      'a consequence that does not exist',
      'leadsTo: keep',
      'leadsTo: praise',
      'ratings[0].leadsTo',
      'notAllowed',
    ],
  ])('refuses for the evaluation %s', (_, from, to, path, rule) => {
    expect(problemsAfter(fictional, from, to)).toMatchObject([{ path: `evaluation.${path}`, rule }]);
  });

  it.each([
    ['milestones that do not go on', 'share: 50', 'share: 100', 'milestones[1].share'],
    ['a last milestone that is not the completion', 'share: 100', 'share: 90', 'milestones[1].share'],
  ])('refuses for the construction %s', (_, from, to, path) => {
    expect(problemsAfter(fictional, from, to)).toMatchObject([
      { path: `construction.${path}`, rule: 'contradiction' },
    ]);
  });

  it('refuses a term without rules for its renewal, and a reminder before it can be renewed', () => {
    const rules = 'renewal: { fromDays: 120, remindDays: 60, basis: *rule }\n';
    expect(problemsAfter(fictional, rules, '')).toMatchObject([
      { path: 'modes.family.term', rule: 'contradiction' },
    ]);
    expect(problemsAfter(fictional, 'remindDays: 60', 'remindDays: 121')).toMatchObject([
      { path: 'renewal.remindDays', rule: 'contradiction' },
    ]);
  });

  it('refuses a day that the calendar has twice', () => {
    const day = '  - { date: 2030-03-01, kind: holiday, name: { zh: 云溪节, en: Yunxi Day } }\n';
    expect(problemsAfter(fictional, day, day + day)).toMatchObject([
      { path: 'calendar[1].date', rule: 'duplicate' },
    ]);
  });

  it('refuses a decider among its own reviewers and a lead among the consulted', () => {
    expect(
      problemsAfter(fictional, 'reviews: { value: [bigBureau]', 'reviews: { value: [counter]'),
    ).toMatchObject([{ path: 'modes.employer.reviews.value[0]', rule: 'contradiction' }]);
    expect(problemsAfter(fictional, 'consulted: [counter]', 'consulted: [bigBureau]')).toMatchObject([
      { path: 'modes.kindergarten.consulted[0]', rule: 'contradiction' },
    ]);
  });

  it.each(['subdistrict', 'applicant', 'system'])('keeps the id %s for itself', (id) => {
    const problems = problemsAfter(fictional, '- { id: south,', `- { id: ${id},`);
    expect(problems).toContainEqual(expect.objectContaining({ path: 'units[5].id', rule: 'notAllowed' }));
  });

  it('needs one government, whose head grants joint extensions', () => {
    expect(problemsAfter(fictional, 'kind: government', 'kind: department')).toMatchObject([
      { path: 'units', rule: 'missing' },
    ]);
    expect(problemsAfter(fictional, 'kind: department', 'kind: government')).toMatchObject([
      { path: 'units', rule: 'duplicate' },
    ]);
  });

  it('needs a subdistrict, in which a site can lie', () => {
    const problems = problemsAfter(fictional, /kind: subdistrict/g, 'kind: department');
    expect(problems).toMatchObject([{ path: 'units', rule: 'missing' }]);
  });

  it('refuses a clock that starts from what has not happened yet', () => {
    const problems = problemsAfter(fictional, 'startsFrom: receipt', 'startsFrom: filingReceived');
    expect(problems).toMatchObject([{ path: 'clocks[0].startsFrom', rule: 'contradiction' }]);
  });

  it('refuses a silence that has no meaning for the step', () => {
    expect(problemsAfter(xiacheng, 'silence: leadMayProceed', 'silence: deemedAccepted')).toMatchObject([
      { path: 'clocks[1].silence', rule: 'contradiction' },
    ]);
  });

  it('refuses a plan that is in force before it was issued', () => {
    expect(problemsAfter(xiacheng, 'inForceFrom: 2019-07-12', 'inForceFrom: 2019-06-11')).toMatchObject([
      { path: 'document.inForceFrom', rule: 'contradiction' },
    ]);
  });

  it('refuses sites that are not numbered as in the annex', () => {
    expect(problemsAfter(xiacheng, 'no: 14', 'no: 15')).toMatchObject([
      { path: 'demonstrationSites[13].no', rule: 'contradiction', text: '  - no: 15' },
    ]);
  });

  it('refuses a number that was read from a blank', () => {
    expect(problemsAfter(xiacheng, 'places: null', 'places: 12')).toMatchObject([
      { path: 'demonstrationSites[0].places', rule: 'contradiction', text: '    places: 12' },
    ]);
  });

  it('refuses a span that ends before it begins', () => {
    expect(problemsAfter(xiacheng, '{ min: 95, max: 100 }', '{ min: 95, max: 10 }')).toMatchObject([
      { path: 'demonstrationSites[5].areaPerClass.max', rule: 'contradiction' },
    ]);
  });
});
