import { type Fault, fault, type PathKey } from './problem';

/** A fault for each entry of a list that has the same key as an earlier one. */
export function repeated<K extends string>(
  path: readonly PathKey[],
  list: readonly Readonly<Record<K, string | number>>[],
  key: K,
): Fault[] {
  return list.flatMap((entry, index) =>
    list.findIndex((other) => other[key] === entry[key]) === index
      ? []
      : [fault('duplicate', [...path, index, key], { found: String(entry[key]) })],
  );
}
