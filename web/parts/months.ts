import type { Locale } from '../client/wire';
import { addDays } from '../today';

export interface Month {
  /** Its first day. */
  readonly first: string;
  /** Its weeks from Monday to Sunday; null for a day of another month. */
  readonly weeks: readonly (readonly (string | null)[])[];
}

const WEEK = 7;

/** The months from one date to another, both within. */
export function monthsOf(from: string, to: string): Month[] {
  const months: Month[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = firstOfNext(first))
    months.push(monthOf(first));
  return months;
}

function monthOf(first: string): Month {
  const month = first.slice(0, 7);
  const weeks: (string | null)[][] = [];
  for (
    let monday = addDays(first, -weekdayOf(first));
    monday < firstOfNext(first);
    monday = addDays(monday, WEEK)
  )
    weeks.push(
      Array.from({ length: WEEK }, (_, at) => addDays(monday, at)).map((date) =>
        date.startsWith(month) ? date : null,
      ),
    );
  return { first, weeks };
}

function firstOfNext(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}

/** 0 for a Monday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % WEEK;
}

/** A Monday, by which the days of a week are named. */
const MONDAY = '2024-01-01';

/** The names of the days of a week, from Monday on. */
export function weekdays(locale: Locale): { readonly short: string; readonly long: string }[] {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  const name = (date: string, weekday: 'narrow' | 'short' | 'long'): string =>
    new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return Array.from({ length: WEEK }, (_, at) => addDays(MONDAY, at)).map((date) => ({
    short: name(date, locale === 'zh' ? 'narrow' : 'short'),
    long: name(date, 'long'),
  }));
}
