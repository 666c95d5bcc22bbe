import { z } from 'zod';
import type { StandardRule } from '../../domain/plan';
import { classKinds, serviceModes } from '../../domain/vocabulary';
import { basis, id, label, oneOf } from './fields';

const about = { id, name: label, modes: z.array(oneOf(serviceModes)), basis };
const classKind = oneOf(classKinds);

/** One standard; its kind decides which thresholds it has. */
export const standard = z.discriminatedUnion('kind', [
  z.strictObject({ ...about, kind: z.literal('classSize'), classKind, max: z.int().positive() }),
  z.strictObject({ ...about, kind: z.literal('careRatio'), classKind, childrenPerCarer: z.int().positive() }),
  z.strictObject({ ...about, kind: z.literal('floor'), max: z.int(), basementAllowed: z.boolean() }),
  z.strictObject({ ...about, kind: z.literal('windowShare'), min: z.number().gt(0).lte(1) }),
  z.strictObject({ ...about, kind: z.literal('videoDays'), min: z.int().positive() }),
  z.strictObject({ ...about, kind: z.literal('areaPerPlace'), minSquareMetres: z.number().positive() }),
  z.strictObject({
    ...about,
    kind: z.literal('headQualification'),
    minYears: z.int().nonnegative(),
    degree: label,
  }),
  z.strictObject({ ...about, kind: z.literal('noCrimeProof') }),
]) satisfies z.ZodType<StandardRule>;
