/** A text that a person reads: Chinese first, English second. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type Locale = keyof Label;

/** The labels of a closed vocabulary: every value of `V` has one. */
export type Labels<V extends string> = Readonly<Record<V, Label>>;

/** The values of a vocabulary, in the order in which its labels are written. */
export function valuesOf<V extends string>(labels: Labels<V>): V[] {
  return Object.keys(labels) as V[];
}
