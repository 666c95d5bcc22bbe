/** Median and longest of a number of days. */
export interface Spread {
  readonly median: number;
  readonly longest: number;
}

/** @returns null where there are none */
export function spreadOf(days: readonly number[]): Spread | null {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  const longest = sorted.at(-1);
  if (low === undefined || high === undefined || longest === undefined) return null;
  return { median: (low + high) / 2, longest };
}
