import type { ApplicationFacts } from '../../../domain/application';
import { problemsOf } from '../../../domain/applicationProblems';
import { facts } from './facts';
import { fictional, xiacheng } from './plans';

const problems = (differences: Partial<ApplicationFacts>, version = xiacheng) =>
  problemsOf(version, facts(differences)).map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('what makes an application unplannable', () => {
  it('finds nothing in an ordinary application', () => {
    expect(problems({ materials: ['applicationForm'] })).toEqual([]);
  });

  it('says which subdistricts there are where the one given is none', () => {
    const found = problemsOf(xiacheng, facts({ subdistrict: 'health' }));
    expect(found).toEqual([
      {
        pointer: '/facts/subdistrict',
        rule: 'unknownSubdistrict',
        message: {
          zh: '杭州市下城区没有街道“health”',
          en: 'Xiacheng District, Hangzhou has no subdistrict "health"',
        },
        allowed: ['tianshui', 'wulin', 'changqing', 'chaoming', 'chaohui', 'wenhui', 'dongxin', 'shiqiao'],
      },
    ]);
  });

  it('refuses a service form that the district does not offer, and says which it does', () => {
    const differences = { subdistrict: 'north', serviceForms: ['fullDay', 'hourly'] as const };
    const found = problemsOf(fictional, facts(differences));
    expect(found).toMatchObject([
      { pointer: '/facts/serviceForms/1', rule: 'serviceFormNotOffered', allowed: ['fullDay', 'carePoint'] },
    ]);
  });

  test.each([
    ['no service form at all', { serviceForms: [] }, ['/facts/serviceForms serviceFormMissing']],
    ['classes that do not add up to the places', { places: 36 }, ['/facts/places classesDoNotAddUp']],
    ['places without classes', { classes: [] }, ['/facts/places classesDoNotAddUp']],
    ['an institution without places', { places: 0, classes: [] }, ['/facts/places placesMissing']],
    [
      'a paper that no checklist has',
      { materials: ['applicationForm', 'poem'] },
      ['/facts/materials/1 unknownMaterial'],
    ],
  ] as [string, Partial<ApplicationFacts>, string[]][])('refuses %s', (_, differences, expected) => {
    expect(problems(differences)).toEqual(expected);
  });

  it('lets a family site care for nobody, since it is a service point', () => {
    expect(problems({ serviceMode: 'family', places: 0, classes: [] })).toEqual([]);
  });

  it('tells everything at once', () => {
    expect(problems({ subdistrict: 'nowhere', places: 1, materials: ['poem'] })).toHaveLength(3);
  });
});
