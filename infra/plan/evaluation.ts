import { z } from 'zod';
import { consequences, type EvaluationRules } from '../../domain/evaluation';
import { type Plan, THE_SUBDISTRICT } from '../../domain/plan';
import { basis, id, label, monthDay, oneOf, unitId } from './fields';
import { type Fault, fault } from './problem';
import { repeated } from './repeated';
import { unknownUnit } from './unknownUnit';

const points = z.number().min(0).max(100);

/** The shape of a plan's rules for the annual evaluation. */
export const evaluation = z.strictObject({
  opensOn: monthDay,
  coverage: points,
  indicators: z
    .array(
      z.strictObject({ id, name: label, scoredBy: unitId, weight: z.number().positive().max(100), basis }),
    )
    .min(1),
  ratings: z.array(z.strictObject({ id, name: label, from: points, leadsTo: oneOf(consequences) })).min(1),
  basis,
});

/** What these rules say against the plan's units and one another: every score has exactly one rating. */
export function evaluationFaults({ evaluation: rules, units }: Plan): Fault[] {
  const known = [...units.map((unit) => unit.id), THE_SUBDISTRICT];
  return [
    ...repeated(['evaluation', 'indicators'], rules.indicators, 'id'),
    ...repeated(['evaluation', 'ratings'], rules.ratings, 'id'),
    ...rules.indicators.flatMap(({ scoredBy }, index) =>
      unknownUnit(['evaluation', 'indicators', index, 'scoredBy'], scoredBy, known),
    ),
    ...weightFaults(rules),
    ...ratingFaults(rules),
  ];
}

function weightFaults({ indicators }: EvaluationRules): Fault[] {
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 100) < 1e-9) return [];
  const detail = { zh: '权重之和须为 100', en: 'the weights together must be 100' };
  return [fault('contradiction', ['evaluation', 'indicators'], { detail, found: String(total) })];
}

/** Ratings go down from the best to the one that begins at 0. */
function ratingFaults({ ratings }: EvaluationRules): Fault[] {
  return ratings.flatMap(({ from }, index) => {
    const before = ratings[index - 1]?.from ?? Infinity;
    const path = ['evaluation', 'ratings', index, 'from'];
    if (from >= before) {
      const detail = { zh: '须由高到低排列', en: 'ratings go from the best to the worst' };
      return [fault('contradiction', path, { detail, found: String(from) })];
    }
    if (index < ratings.length - 1 || from === 0) return [];
    const detail = { zh: '最低一级须自 0 分起', en: 'the worst rating begins at 0' };
    return [fault('contradiction', path, { detail, found: String(from), allowed: ['0'] })];
  });
}
