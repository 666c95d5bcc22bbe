import { isIdCard, isUnifiedIdentifier } from 'util-helpers';
import { z } from 'zod';
import { holdsPersonalValue } from '../../domain/mask';

/** A rule that a schema cannot say by itself; the code finds its words in `http/fieldRules.ts`. */
export type OwnRule = 'notText' | 'unifiedCode' | 'idNumber' | 'personalValue' | 'repeated';

/** The parameters of a `refine` that names its rule. */
export function rule(name: OwnRule): { readonly params: { readonly rule: OwnRule } } {
  return { params: { rule: name } };
}

const UNPAIRED_SURROGATE = /[\ud800-\udfff]/u;

/** A half character cannot be stored: PostgreSQL refuses it. */
function isWellFormed(value: string): boolean {
  return !UNPAIRED_SURROGATE.test(value);
}

/** One line with something on it. */
export function line(max: number) {
  return (
    z
      .string()
      .min(1)
      .max(max)
      // eslint-disable-next-line no-control-regex -- control characters are what must stay out
      .regex(/^(?=.*\S)[^\u0000-\u001f\u007f]*$/)
      .refine(isWellFormed, rule('notText'))
  );
}

/**
 * Some lines with something on them, that the record keeps for good: no number or address by which a person is found
 * may stand in them, since what is hashed cannot be erased.
 */
export function prose(max: number) {
  return (
    z
      .string()
      .min(1)
      .max(max)
      // eslint-disable-next-line no-control-regex -- control characters are what must stay out
      .regex(/^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
      .refine(isWellFormed, rule('notText'))
      .refine((value) => !holdsPersonalValue(value), rule('personalValue'))
  );
}

/** What somebody is still writing: it may be empty. */
export function unfinished(max: number) {
  return (
    z
      .string()
      .max(max)
      // eslint-disable-next-line no-control-regex -- control characters are what must stay out
      .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
      .refine(isWellFormed, rule('notText'))
  );
}

/** A key of the plan: a unit, a paper, a finding. */
export const planKey = z
  .string()
  .max(80)
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/);

/** A case, a work item, a document: what stands in an address. */
export const reference = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9.@-]*$/);

/** 文号 and the like, ours or another authority's, as it may stand in an address: `下石桥托〔2026〕1号`. */
// eslint-disable-next-line no-control-regex -- control characters are what must stay out
export const letterNo = z.string().regex(/^[^\s\u0000-\u001f\u007f\ud800-\udfff/\\<>&"'#?%]{1,64}$/u);

/** Years that calendar and database know. */
const years = /^(19|20|21)/;
export const date = z.iso.date().regex(years);
/** `14:30`, in Shanghai. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const instant = z.iso.datetime().regex(years);

/** 统一社会信用代码, GB 32100-2015, its check character included. */
export const unifiedCode = z
  .string()
  .length(18)
  .refine((value) => isUnifiedIdentifier(value), rule('unifiedCode'));

/** 身份证号, GB 11643-1999: 18 characters, a date that exists, the check character. */
export const idNumber = z
  .string()
  .length(18)
  .refine((value) => isIdCard(value) && isDate(value.slice(6, 14)), rule('idNumber'));

function isDate(digits: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return z.iso.date().safeParse(day).success;
}

/** A mobile number, or a landline with its area code; +86 may stand before it. */
export const phone = z
  .string()
  .max(30)
  .regex(/^(\+?86[- ]?)?(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4})$/);

export const email = z.email().max(254);

/** The values of a list, none of them twice. */
export function distinct<T extends z.ZodType<string>>(value: T, max: number) {
  return z
    .array(value)
    .max(max)
    .readonly()
    .refine((values) => new Set(values).size === values.length, rule('repeated'));
}

export function listOf<T extends z.ZodType>(value: T) {
  return z.array(value).readonly();
}
