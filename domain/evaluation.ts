import type { Label } from './label';
import type { Basis, UnitId, UnitRef } from './plan';

/** What an annual evaluation (年度评估) scores, by which unit's duty, and what each rating leads to; 实施方案三（二）5. */
export interface EvaluationRules {
  /** Month and day on which each year's evaluation opens: 03-01. */
  readonly opensOn: string;
  readonly indicators: readonly Indicator[];
  /** How much of the weights must have been scored for a rating, in percent. */
  readonly coverage: number;
  /** From the best to the worst, which begins at 0. */
  readonly ratings: readonly Rating[];
  readonly basis: Basis;
}

export interface Indicator {
  readonly id: string;
  readonly name: Label;
  readonly scoredBy: UnitRef;
  /** All weights together are 100. */
  readonly weight: number;
  readonly basis: Basis;
}

export interface Rating {
  readonly id: string;
  readonly name: Label;
  /** The lowest score that has this rating. */
  readonly from: number;
  readonly leadsTo: Consequence;
}

/** What a rating leads to; what is unfavourable comes only by its own legal act. */
export const consequences = {
  reward: { zh: '奖励扶持', en: 'Reward and support' },
  keep: { zh: '保持', en: 'Keep' },
  rectify: { zh: '整改并复评', en: 'Rectify and evaluate again' },
  exit: { zh: '启动退出程序', en: 'Begin the exit procedure' },
} as const satisfies Readonly<Record<string, Label>>;
export type Consequence = keyof typeof consequences;

/** What a year's evaluation of an institution has come to. */
export interface EvaluationState {
  readonly points: readonly Points[];
  readonly proposal: Proposal | null;
  /** The institution stated its case against the proposal, and nobody has answered yet. */
  readonly contested: boolean;
  readonly rated: (Result & { readonly on: string; readonly no: string }) | null;
}

/** A score with its rating; null where too little was scored to rate anybody by. */
export interface Result {
  readonly score: number | null;
  /** How much of the weights was scored, in percent. */
  readonly coverage: number;
  readonly rating: string | null;
  /** What is not rated is kept: the silence of units counts against nobody. */
  readonly leadsTo: Consequence;
}

export type Proposal = Result & { readonly by: string };

/** Points from 0 to 100 that a unit gave for an indicator. */
export interface Points {
  readonly indicator: string;
  readonly points: number;
}

/** One indicator of a score, explained. */
export interface ScoreLine {
  readonly indicator: Indicator;
  /** Null where the unit was silent. */
  readonly points: number | null;
  /** What it counts among the indicators that were scored, in percent. */
  readonly share: number;
  /** What it adds to the score, points by share. */
  readonly adds: number;
}

export interface Score {
  /** From 0 to 100, to the hundredth; null where nothing was scored. */
  readonly score: number | null;
  /** How much of the weights was scored, in percent. */
  readonly coverage: number;
  /** Null where too little was scored to rate anybody by. */
  readonly rating: Rating | null;
  readonly lines: readonly ScoreLine[];
}

/**
 * The score of one institution: the weighted mean of what was scored. A silent unit's indicator is left out, so that
 * its silence counts neither against the institution nor for it.
 * @throws RangeError for points outside 0 to 100, for an unknown indicator, for one that was scored twice
 */
export function scoreOf(rules: EvaluationRules, given: readonly Points[]): Score {
  for (const each of given) check(rules, each, given);
  const pointsFor = ({ id }: Indicator) => given.find(({ indicator }) => indicator === id)?.points ?? null;
  const scored = rules.indicators.filter((indicator) => pointsFor(indicator) !== null);
  const weights = sum(scored.map(({ weight }) => weight));
  const lines = rules.indicators.map((indicator): ScoreLine => {
    const points = pointsFor(indicator);
    const share = points === null ? 0 : (indicator.weight / weights) * 100;
    return { indicator, points, share, adds: ((points ?? 0) * share) / 100 };
  });
  const weighted = sum(scored.map((indicator) => indicator.weight * (pointsFor(indicator) ?? 0)));
  const score = scored.length === 0 ? null : Math.round((weighted * 100) / weights) / 100;
  const coverage = (weights / sum(rules.indicators.map(({ weight }) => weight))) * 100;
  return { score, coverage, rating: ratingOf(rules, score, coverage), lines };
}

/** The result that the points given so far lead to. @throws RangeError as `scoreOf` does */
export function resultOf(rules: EvaluationRules, given: readonly Points[]): Result {
  const { score, coverage, rating } = scoreOf(rules, given);
  return { score, coverage, rating: rating?.id ?? null, leadsTo: rating?.leadsTo ?? 'keep' };
}

/** The result alone, of an event or a proposal that has more to say. */
export function resultIn({ score, coverage, rating, leadsTo }: Result): Result {
  return { score, coverage, rating, leadsTo };
}

/** The indicators that a unit scores. */
export function indicatorsOf({ indicators }: EvaluationRules, unit: UnitId): readonly Indicator[] {
  return indicators.filter(({ scoredBy }) => scoredBy === unit);
}

function ratingOf({ ratings, coverage: needed }: EvaluationRules, score: number | null, coverage: number) {
  if (score === null || coverage < needed) return null;
  return ratings.find(({ from }) => score >= from) ?? null;
}

function check(
  { indicators }: EvaluationRules,
  { indicator, points }: Points,
  given: readonly Points[],
): void {
  if (!indicators.some(({ id }) => id === indicator)) throw new RangeError(`No indicator ${indicator}`);
  if (!(points >= 0 && points <= 100)) throw new RangeError(`${indicator}: ${points} is not from 0 to 100`);
  if (given.filter((each) => each.indicator === indicator).length > 1) {
    throw new RangeError(`${indicator} is scored twice`);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
