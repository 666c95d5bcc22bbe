import { z } from 'zod';
import { ownerships, serviceModes } from '../../domain/vocabulary';
import { basis, id, label, oneOf } from './fields';

/** The shape of a paper that is asked for, and of whom. */
export const materialAsked = z.strictObject({
  id,
  name: label,
  modes: z.array(oneOf(serviceModes)),
  ownerships: z.array(oneOf(ownerships)),
  onlyWithMeals: z.boolean(),
  basis,
});

/** The same of an application, with when it is due. */
export const material = z.strictObject({
  ...materialAsked.shape,
  stage: z.enum(['acceptance', 'filing']),
});
