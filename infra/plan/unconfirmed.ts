import type { Basis, Plan } from '../../domain/plan';

/** An entry that the bureau has yet to confirm, by its path: `clocks[0].basis`. */
interface Unconfirmed {
  readonly path: string;
  readonly basis: Basis;
}

/** Every number and assignment of a plan that nobody may rely on yet. */
export function unconfirmed(plan: Plan): Unconfirmed[] {
  return search(plan, '');
}

function search(value: unknown, path: string): Unconfirmed[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => search(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  if (isBasis(value)) return value.confirmed ? [] : [{ path, basis: value }];
  return Object.entries(value).flatMap(([key, entry]) => search(entry, path === '' ? key : `${path}.${key}`));
}

function isBasis(value: object): value is Basis {
  return 'clause' in value && 'confirmed' in value;
}
