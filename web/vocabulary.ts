import { shallowRef } from 'vue';
import { answered, api } from './client/client';
import type { Vocabulary } from './client/wire';
import { said } from './language';

const vocabulary = shallowRef<Vocabulary | null>(null);

/** Loads the words of the API once. @throws Failure */
export async function learnWords(): Promise<void> {
  vocabulary.value ??= await answered(api.GET('/api/v1/vocabulary'));
}

/** What a code of a vocabulary is called; a code that is not known there stands for itself. */
export function nameOf(kind: keyof Vocabulary, code: string): string {
  const label = vocabulary.value?.[kind][code];
  return label ? said(label) : code;
}

export function codesOf(kind: keyof Vocabulary): readonly string[] {
  return Object.keys(vocabulary.value?.[kind] ?? {});
}

/** What a code is called, in whichever vocabulary has it: fields of acts take their values from several. */
export function nameAnywhere(code: string): string {
  const words = Object.values(vocabulary.value ?? {});
  const label = words.find((labels) => code in labels)?.[code];
  return label ? said(label) : code;
}
