import { provide, type Ref } from 'vue';
import type { FieldError, Plan } from '../client/wire';
import { type Choice, choosing } from '../form/choices';
import { isRecord } from '../form/shape';
import { said } from '../language';

/** The parts of an application, in the order in which they are asked for. */
export const parts = ['institution', 'facts', 'contact'] as const;
export type Part = (typeof parts)[number];

const languages: readonly Choice[] = [
  { value: 'zh', name: '中文' },
  { value: 'en', name: 'English' },
];

/** Lets the fields of an application choose from what the plan has, and from the papers that may come by hand. */
export function offerChoices(plan: Plan, byHand: Ref<readonly Choice[]>): void {
  const subdistricts = plan.units
    .filter(({ kind }) => kind === 'subdistrict')
    .map(({ id, name }) => ({ value: id, name }));
  provide(choosing, (field) => {
    if (field === 'subdistrict') return subdistricts.map(({ value, name }) => ({ value, name: said(name) }));
    if (field === 'materials') return byHand.value;
    return field === 'locale' ? languages : null;
  });
}

export function partOf(application: Readonly<Record<string, unknown>>, part: Part): Record<string, unknown> {
  const held = application[part];
  return isRecord(held) ? held : {};
}

export function withPart(
  application: Readonly<Record<string, unknown>>,
  part: Part,
  field: string,
  value: unknown,
): Record<string, unknown> {
  return { ...application, [part]: { ...partOf(application, part), [field]: value } };
}

/** What is missing is missing; of what kind it should be, the field itself shows. */
export function plainer(error: FieldError, body: unknown, missing: string): FieldError {
  const value = error.pointer.split('/').slice(1).reduce<unknown>(within, body);
  return value === null || value === undefined || value === '' ? { ...error, message: missing } : error;
}

function within(held: unknown, step: string): unknown {
  if (isRecord(held)) return held[step];
  return Array.isArray(held) ? (held[Number(step)] as unknown) : undefined;
}
