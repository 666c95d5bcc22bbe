import { addDays } from '../today';

/** What falls into the same week; `monday` is null for what is late. */
export interface Week<T> {
  readonly monday: string | null;
  readonly entries: readonly T[];
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, weekday === 0 ? -6 : 1 - weekday);
}

/** Entries by the week of their day, first what is late; each week's in the order of their days. */
export function byWeek<T extends { readonly day: string; readonly late: boolean }>(
  entries: readonly T[],
): Week<T>[] {
  const sorted = [...entries].sort((a, b) => a.day.localeCompare(b.day));
  const weeks = new Map<string | null, T[]>();
  for (const entry of sorted) {
    const monday = entry.late ? null : mondayOf(entry.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), entry]);
  }
  const late = weeks.get(null);
  weeks.delete(null);
  const others = [...weeks].map(([monday, those]): Week<T> => ({ monday, entries: those }));
  return late ? [{ monday: null, entries: late }, ...others] : others;
}
