const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The date where business time is kept. */
export function todayInShanghai(): string {
  return day.format(new Date());
}

/** The date of an instant, where business time is kept. */
export function dateOf(instant: string): string {
  return day.format(new Date(instant));
}

/** How many calendar days from today to a date; negative for one that is past. */
export function daysUntil(date: string): number {
  return Math.round((Date.parse(date) - Date.parse(todayInShanghai())) / 86_400_000);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
