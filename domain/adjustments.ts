import { dayNumber } from './civilDate';

/**
 * Time that does not count towards a limit (行政许可法 第四十五条): hearing, inspection, testing, expert review.
 *
 * A stop is counted like every other period: it begins the day after the act and ends with its last day. So
 * the days after `from` through `to` do not count; the day of the stop still does, and counting resumes the day
 * after `to`. A clock that is stopped and resumed on one day loses nothing and gains nothing. Only a clock that is
 * stopped on its last day keeps that day: it was stopped in time.
 */
export interface Pause {
  /** The day on which the clock was stopped. */
  readonly from: string;
  /** The day on which it was resumed; `null` while it is stopped. */
  readonly to: string | null;
}

/** Days added to a limit, in the limit's own unit (行政许可法 第四十二条: 20 + 10, 45 + 15). */
export interface Extension {
  readonly days: number;
}

/** What happened to one running clock. */
export interface Adjustments {
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

export const noAdjustments: Adjustments = { pauses: [], extensions: [] };

/** Ten years. No limit in law comes near: a larger number is a slip of the pen, and would be walked day by day. */
export const longestLimit = 3660;

/**
 * A limit with its extensions.
 * @throws RangeError where a number is not a whole number of days, or the sum exceeds `longestLimit`
 */
export function extendedLimit(limit: number, extensions: readonly Extension[]): number {
  const parts = [limit, ...extensions.map((extension) => extension.days)];
  const total = parts.reduce((sum, days) => sum + days, 0);
  if (parts.every((days) => Number.isInteger(days) && days >= 1) && total <= longestLimit) return total;
  throw new RangeError(
    `A limit of ${parts.join(' + ')} days cannot be counted: each must be a whole number from 1, together at most ${longestLimit}`,
  );
}

/** The days of a pause, by day number: `first` through `last`; empty where `last` precedes `first`. */
export interface PausedDays {
  readonly first: number;
  readonly last: number;
}

/** @throws RangeError for a pause that ends before it begins, or outlasts `longestLimit` */
export function pausedDays({ from, to }: Pause): PausedDays {
  const start = dayNumber(from);
  const end = to === null ? Infinity : dayNumber(to);
  if (end < start) throw new RangeError(`The pause from ${from} ends before it begins, on ${to}`);
  if (to !== null && end - start > longestLimit) {
    throw new RangeError(`The pause from ${from} to ${to} is longer than ${longestLimit} days`);
  }
  return { first: start + 1, last: end };
}
