import type { ApplicationFacts } from '../../../domain/application';
import { findingsOf } from '../../../domain/standards';
import { facts } from './facts';
import { xiacheng } from './plans';

const { standards } = xiacheng.plan;
const found = (differences: Partial<ApplicationFacts>) =>
  findingsOf(standards, facts(differences)).map(({ id, kind }) => `${id} ${kind}`);
const premises = (differences: Partial<ApplicationFacts['premises']>) => ({
  premises: { ...facts().premises, ...differences },
});
const staff = (differences: Partial<ApplicationFacts['staff']>) => ({
  staff: { ...facts().staff, ...differences },
});
const oneClass = (kind: ApplicationFacts['classes'][number]['kind'], places: number) => ({
  places,
  classes: [{ kind, places }],
  ...staff({ carers: { [kind]: 10 } }),
});

describe('findings against the standards (国卫人口发〔2019〕58号 and the district settings)', () => {
  it('finds nothing where every standard is met at its limit', () => {
    expect(found({})).toEqual([]);
  });

  test.each([
    ['乳儿班 of 10', oneClass('infant', 10), []],
    ['乳儿班 of 11', oneClass('infant', 11), ['classSize-infant failed']],
    ['托小班 of 15', oneClass('toddler', 15), []],
    ['托小班 of 16', oneClass('toddler', 16), ['classSize-toddler failed']],
    ['托大班 of 20', oneClass('senior', 20), []],
    ['托大班 of 21', oneClass('senior', 21), ['classSize-senior failed']],
    ['混合编班 of 18', oneClass('mixed', 18), []],
    ['混合编班 of 19', oneClass('mixed', 19), ['classSize-mixed failed']],
    ['3 to 9 infants', { ...oneClass('infant', 9), ...staff({ carers: { infant: 3 } }) }, []],
    [
      '3 to 10 infants, 1:3',
      { ...oneClass('infant', 10), ...staff({ carers: { infant: 3 } }) },
      ['careRatio-infant failed'],
    ],
    [
      '2 to 15 younger toddlers, 1:5',
      { ...oneClass('toddler', 15), ...staff({ carers: { toddler: 2 } }) },
      ['careRatio-toddler failed'],
    ],
    [
      '2 to 15 older toddlers, 1:7',
      { ...oneClass('senior', 15), ...staff({ carers: { senior: 2 } }) },
      ['careRatio-senior failed'],
    ],
    [
      'carers not stated',
      { ...oneClass('senior', 15), ...staff({ carers: {} }) },
      ['careRatio-senior notStated'],
    ],
    ['third floor', premises({ highestFloor: 3 }), []],
    ['fourth floor', premises({ highestFloor: 4 }), ['floor failed']],
    ['basement', premises({ usesBasement: true }), ['floor failed']],
    ['floor below the ground', premises({ highestFloor: -1, usesBasement: null }), ['floor failed']],
    ['floor not stated', premises({ highestFloor: null }), ['floor notStated']],
    ['basement not stated', premises({ usesBasement: null }), ['floor notStated']],
    ['windows a fifth of the floor', premises({ windowShare: 0.2 }), []],
    ['windows less than a fifth', premises({ windowShare: 0.19 }), ['windowShare failed']],
    ['windows not stated', premises({ windowShare: null }), ['windowShare notStated']],
    ['video kept 89 days', premises({ videoDays: 89 }), ['videoDays failed']],
    ['video not stated', premises({ videoDays: null }), ['videoDays notStated']],
    ['head without degree', staff({ headHasDegree: false }), ['headQualification failed']],
    ['head with two years', staff({ headYears: 2 }), ['headQualification failed']],
    [
      'head two years, degree not stated',
      staff({ headHasDegree: null, headYears: 2 }),
      ['headQualification failed'],
    ],
    ["head's years not stated", staff({ headYears: null }), ['headQualification notStated']],
    ['no no-crime proof', staff({ noCrimeProof: false }), ['noCrimeProof failed']],
    ['no-crime proof not stated', staff({ noCrimeProof: null }), ['noCrimeProof notStated']],
    ['area not stated', premises({ areaSquareMetres: null }), ['areaPerPlace notStated']],
  ] as [string, Partial<ApplicationFacts>, string[]][])('%s', (_, differences, expected) => {
    expect(found(differences)).toEqual(expected);
  });

  test.each([
    [2, 60, 80, true],
    [3, 100, 20, false],
    [4, 110, 20, false],
    [7, 30, 15, true],
    [8, 123.6, 40, false],
    [9, 219, 30, false],
    [11, 80, 20, false],
    [12, 1000, 140, false],
    [13, 500, 40, false],
    [14, 300, 60, false],
  ])('site %i of 附件2: %d m² for %i children', (_, areaSquareMetres, places, broken) => {
    const findings = findingsOf(standards, facts({ places, classes: [], ...premises({ areaSquareMetres }) }));
    expect(findings.map(({ id }) => id)).toEqual(broken ? ['areaPerPlace'] : []);
  });

  it('says in both languages what was found, with its numbers and its basis', () => {
    const differences = { places: 80, classes: [], ...premises({ areaSquareMetres: 60 }) };
    expect(findingsOf(standards, facts(differences))).toEqual([
      {
        id: 'areaPerPlace',
        standard: 'areaPerPlace',
        kind: 'failed',
        name: { zh: '人均面积', en: 'Area for each child' },
        detail: {
          zh: '60 平方米收托 80 人，人均 0.75 平方米，标准不少于 3 平方米',
          en: '60 m² for 80 children is 0.75 m² each, at least 3 m²',
        },
        basis: expect.objectContaining({ source: 'district', confirmed: false }),
      },
    ]);
  });

  it('names every class that is too large in one finding', () => {
    const classes = [22, 20, 25].map((places) => ({ kind: 'senior' as const, places }));
    const [finding] = findingsOf(standards, facts({ classes, ...staff({ carers: { senior: 10 } }) }));
    expect(finding?.detail.zh).toBe('托大班（24–36个月）每班 22、25 人，标准不超过 20 人');
  });

  it('does not measure a family site, which is a service point', () => {
    const unknown = premises({ areaSquareMetres: null, highestFloor: null, windowShare: null });
    expect(found({ serviceMode: 'family', places: 0, classes: [], ...unknown })).toEqual([]);
  });
});
