import type { Report } from '../client/wire';

type Unit = Report['units'][number];

/** In percent, of all units together; null where no limit ended. */
export function rateOf(units: readonly Unit[]): number | null {
  const sum = (name: 'inTime' | 'passed' | 'lifted'): number =>
    units.reduce((total, unit) => total + unit[name], 0);
  const ended = sum('inTime') + sum('passed') - sum('lifted');
  return ended <= 0 ? null : Math.round((sum('inTime') / ended) * 1_000) / 10;
}

export function sumOf(numbers: Readonly<Record<string, number>>): number {
  return Object.values(numbers).reduce((total, each) => total + each, 0);
}

/** The key with the greatest figure; null of none. */
export function greatest(numbers: Readonly<Record<string, number>>): readonly [string, number] | null {
  return Object.entries(numbers).sort(([, a], [, b]) => b - a)[0] ?? null;
}
