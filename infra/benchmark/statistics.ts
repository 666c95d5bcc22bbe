/** What one run of a load came to. */
export interface Sample {
  readonly acts: number;
  readonly seconds: number;
  /** Of each act, in milliseconds, from sending to the whole answer. */
  readonly latenciesMs: readonly number[];
}

/** The figures of a sample. */
export interface Figures {
  readonly actsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A figure over several repetitions: its middle, and how far it strays. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function figuresOf({ acts, seconds, latenciesMs }: Sample): Figures {
  return {
    actsPerSecond: acts / seconds,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
  };
}

/** The smallest value that at least this share of the values does not exceed (nearest rank). @throws RangeError */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('A percentile of nothing');
  return value;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}

/**
 * How often the first's figure is the second's, repetition by repetition: each pair ran under the same load of the
 * machine, so that their ratio says more than either figure.
 */
export function ratiosOf(
  ours: readonly Figures[],
  theirs: readonly Figures[],
): Record<keyof Figures, Spread> {
  const ratio = (name: keyof Figures): Spread =>
    spreadOf(
      ours.map((figures, index) => {
        const other = theirs[index];
        if (!other) throw new RangeError('The repetitions are not in pairs');
        return figures[name] / other[name];
      }),
    );
  return { actsPerSecond: ratio('actsPerSecond'), p50Ms: ratio('p50Ms'), p99Ms: ratio('p99Ms') };
}
