import { z } from 'zod';
import { optionalStages } from '../../domain/change';
import type { Plan } from '../../domain/plan';
import { changes as kinds } from '../../domain/vocabulary';
import { basis, oneOf } from './fields';
import type { Fault } from './problem';
import { repeated } from './repeated';

/** The shape of a plan's rules for changes of a certified institution. */
export const changes = z.array(
  z.strictObject({ change: oneOf(kinds), stages: z.array(z.enum(optionalStages)), basis }),
);

/** Each kind of change stands there once. */
export function changeFaults(plan: Plan): Fault[] {
  return repeated(['changes'], plan.changes, 'change');
}
