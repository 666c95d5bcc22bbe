import fc from 'fast-check';
import { type EvaluationRules, type Points, scoreOf } from '../../domain/evaluation';
import { xiacheng } from './plan/plans';

const basis = { clause: '附则', source: 'district', confirmed: false } as const;
const indicator = (id: string, weight: number) => ({
  id,
  weight,
  name: { zh: id, en: id },
  scoredBy: 'fire',
  basis,
});
const rating = (id: string, from: number, leadsTo: 'reward' | 'keep' | 'rectify' | 'exit') => ({
  id,
  from,
  leadsTo,
  name: { zh: id, en: id },
});
const rules: EvaluationRules = {
  opensOn: '03-01',
  coverage: 60,
  indicators: [indicator('care', 50), indicator('fire', 30), indicator('food', 20)],
  ratings: [rating('good', 75, 'keep'), rating('weak', 60, 'rectify'), rating('bad', 0, 'exit')],
  basis,
};
const points = (given: Readonly<Record<string, number>>): Points[] =>
  Object.entries(given).map(([id, value]) => ({ indicator: id, points: value }));

describe('the score of an annual evaluation', () => {
  it('is the weighted mean of what was scored, explained indicator by indicator', () => {
    const {
      score,
      coverage,
      rating: rated,
      lines,
    } = scoreOf(rules, points({ care: 80, fire: 70, food: 60 }));
    expect([score, coverage, rated?.id]).toEqual([73, 100, 'weak']);
    expect(lines.map(({ indicator: { id }, share, adds }) => [id, share, adds])).toEqual([
      ['care', 50, 40],
      ['fire', 30, 21],
      ['food', 20, 12],
    ]);
  });

  it('leaves a silent unit out: its silence counts neither against the institution nor for it', () => {
    const { score, coverage, lines } = scoreOf(rules, points({ care: 80, fire: 60 }));
    expect([score, coverage]).toEqual([72.5, 80]);
    expect(lines[2]).toMatchObject({ points: null, share: 0, adds: 0 });
  });

  it('rates nobody by too little', () => {
    const { score, coverage, rating: rated } = scoreOf(rules, points({ care: 90 }));
    expect([score, coverage, rated]).toEqual([90, 50, null]);
    expect(scoreOf(rules, [])).toMatchObject({ score: null, coverage: 0, rating: null });
  });

  it.each([
    [75, 'good'],
    [74.99, 'weak'],
    [60, 'weak'],
    [59.99, 'bad'],
    [0, 'bad'],
    [100, 'good'],
  ])('of %d is rated %s', (value, id) => {
    expect(scoreOf(rules, points({ care: value, fire: value, food: value })).rating?.id).toBe(id);
  });

  it('is rounded to the hundredth before it is rated, so that the printed score explains the rating', () => {
    const { score, rating: rated } = scoreOf(rules, points({ care: 75, fire: 75, food: 74.98 }));
    expect([score, rated?.id]).toEqual([75, 'good']);
  });

  it.each([
    [[{ indicator: 'care', points: 101 }], /care: 101 is not from 0 to 100/],
    [[{ indicator: 'care', points: NaN }], /NaN is not from 0 to 100/],
    [[{ indicator: 'noise', points: 1 }], /No indicator noise/],
    [
      [
        { indicator: 'care', points: 1 },
        { indicator: 'care', points: 2 },
      ],
      /care is scored twice/,
    ],
  ])('is not made of %j', (given, message) => {
    expect(() => scoreOf(rules, given)).toThrow(message);
  });
});

describe('of whatever units score by the district’s plan', () => {
  const { evaluation } = xiacheng.plan;
  const given = fc
    .subarray([...evaluation.indicators], { minLength: 1 })
    .chain((scored) =>
      fc.tuple(
        ...scored.map(({ id }) =>
          fc.integer({ min: 0, max: 100 }).map((value) => ({ indicator: id, points: value })),
        ),
      ),
    );

  it('the score lies between the worst and the best of what was given, and its lines add up to it', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { score, lines } = scoreOf(evaluation, all);
        const values = all.map((each) => each.points);
        expect(score).toBeGreaterThanOrEqual(Math.min(...values));
        expect(score).toBeLessThanOrEqual(Math.max(...values));
        expect(lines.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score ?? NaN, 1);
        expect(lines.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 6);
      }),
    );
  });

  it('more points never make a lower score, nor a worse rating', () => {
    fc.assert(
      fc.property(given, fc.nat(), (all, pick) => {
        const at = pick % all.length;
        const better = all.map((each, index) => (index === at ? { ...each, points: 100 } : each));
        const [before, after] = [scoreOf(evaluation, all), scoreOf(evaluation, better)];
        expect(after.score).toBeGreaterThanOrEqual(before.score ?? NaN);
        expect(after.rating?.from ?? 0).toBeGreaterThanOrEqual(before.rating?.from ?? 0);
      }),
    );
  });

  it('the order in which units score changes nothing', () => {
    fc.assert(
      fc.property(given, (all) => {
        expect(scoreOf(evaluation, [...all].reverse())).toEqual(scoreOf(evaluation, all));
      }),
    );
  });
});
