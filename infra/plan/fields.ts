import { z } from 'zod';
import { type Label, type Labels, valuesOf } from '../../domain/label';
import { sources } from '../../domain/vocabulary';

/** How a text must be written, by the code that its check gives. */
export const formats = {
  date: { zh: '须为有效日期，写作 2026-10-01', en: 'write a valid date like 2026-10-01' },
  completionMonth: { zh: '须为年月，写作 2019-09', en: 'write year and month like 2019-09' },
  monthDay: { zh: '须为月日，写作 03-01', en: 'write month and day like 03-01' },
  unitId: {
    zh: '单位代码只用英文字母和数字，小写字母开头，如 civilAffairs',
    en: 'a unit id has letters and digits and begins with a small letter, like civilAffairs',
  },
  id: {
    zh: '代码只用英文字母、数字和连字符，小写字母开头，如 classSize-infant',
    en: 'an id has letters, digits and hyphens and begins with a small letter, like classSize-infant',
  },
  prefix: { zh: '须为 2 至 8 个大写英文字母', en: 'write 2 to 8 capital letters' },
  text: { zh: '不能为空', en: 'must not be empty' },
} as const satisfies Readonly<Record<string, Label>>;

export const text = z.string().regex(/\S/, 'text');
export const date = z.iso.date('date');
export const completionMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'completionMonth');
/** A day that every year has. */
export const monthDay = z
  .string()
  .regex(
    /^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))$/,
    'monthDay',
  );
export const unitId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'unitId');
export const id = z.string().regex(/^[a-z][A-Za-z0-9-]*$/, 'id');

export const label = z.strictObject({ zh: text, en: text });

/** One value of a closed vocabulary. */
export function oneOf<V extends string>(labels: Labels<V>) {
  return z.enum(valuesOf(labels));
}

export const basis = z.strictObject({
  clause: text,
  source: oneOf(sources),
  confirmed: z.boolean(),
  note: text.exactOptional(),
});
