import { z } from 'zod';
import type { Plan } from '../../domain/plan';
import { ownerships, serviceModes } from '../../domain/vocabulary';
import { basis, id, label, oneOf, unitId } from './fields';
import { materialAsked } from './materials';
import { type Fault, fault } from './problem';
import { repeated } from './repeated';
import { unknownUnit } from './unknownUnit';

/** The shape of a condition that an institution must meet to be supported. */
export const supportCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serviceMode'), in: z.array(oneOf(serviceModes)).min(1) }),
  z.strictObject({ kind: z.literal('ownership'), in: z.array(oneOf(ownerships)).min(1) }),
  z.strictObject({ kind: z.literal('named') }),
  z.strictObject({ kind: z.literal('rating'), in: z.array(id).min(1) }),
  z.strictObject({ kind: z.literal('places'), atLeast: z.int().positive() }),
]);

/** The shape of a plan's measures of support. */
export const support = z.strictObject({
  finance: unitId,
  measures: z.array(
    z.strictObject({
      id,
      name: label,
      examines: unitId,
      paid: z.boolean(),
      recheckMonths: z.int().min(1).max(120),
      conditions: z.array(supportCondition),
      materials: z.array(materialAsked),
      basis,
    }),
  ),
  basis,
});

/** Every measure is some unit's duty, stands there once, and asks for ratings that there are. */
export function supportFaults({ support: rules, units, evaluation }: Plan): Fault[] {
  const known = units.map((unit) => unit.id);
  const ratings = evaluation.ratings.map((rating) => rating.id);
  return [
    ...unknownUnit(['support', 'finance'], rules.finance, known),
    ...repeated(['support', 'measures'], rules.measures, 'id'),
    ...rules.measures.flatMap(({ examines, conditions, materials }, index) => [
      ...repeated(['support', 'measures', index, 'materials'], materials, 'id'),
      ...unknownUnit(['support', 'measures', index, 'examines'], examines, known),
      ...conditions.flatMap((condition, at) =>
        condition.kind !== 'rating'
          ? []
          : condition.in
              .filter((rating) => !ratings.includes(rating))
              .map((found) =>
                fault('unknownReference', ['support', 'measures', index, 'conditions', at, 'in'], {
                  found,
                  allowed: ratings,
                }),
              ),
      ),
    ]),
  ];
}
