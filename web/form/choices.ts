import type { InjectionKey } from 'vue';
import type { Vocabulary } from '../client/wire';
import { codesOf, nameOf } from '../vocabulary';

/** One value that may be chosen, and what it is called. */
export interface Choice {
  readonly value: string | number;
  readonly name: string;
}

/** What may stand in a field, where the case or the plan says so; null for what is written freely. */
export type Choosing = (field: string, pointer: string) => readonly Choice[] | null;

export const choosing: InjectionKey<Choosing> = Symbol('choosing');

/** The vocabularies in which the values of fields are found, the first that has them all. */
const vocabularies = [
  'choices',
  'caseDates',
  'stages',
  'steps',
  'services',
  'serviceModes',
  'serviceForms',
  'ownerships',
  'classKinds',
] as const satisfies readonly (keyof Vocabulary)[];

export function namedChoices(values: readonly string[]): Choice[] {
  const vocabulary = vocabularies.find((kind) => values.every((value) => codesOf(kind).includes(value)));
  return values.map((value) => ({ value, name: vocabulary ? nameOf(vocabulary, value) : value }));
}
