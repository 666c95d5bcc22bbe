import type { Label } from './label';

/**
 * Civil dates are `YYYY-MM-DD` strings in Asia/Shanghai; arithmetic runs on their UTC day numbers, so neither
 * the process's time zone nor the ICU data of a Node version can change a result.
 *
 * Shanghai is a fixed +08:00 here: China has kept no daylight saving time since September 1991 and the
 * clocks of this system all start later, so no time-zone table is needed.
 */
const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

const sunday: Label = { zh: '周日', en: 'Sun' };
const weekdays: readonly Label[] = [
  sunday,
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
];

/** Whether a text is a date that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  return startInUtc(text) !== null;
}

/**
 * Whole days since 1970-01-01.
 * @throws RangeError for a text that is no date
 */
export function dayNumber(date: string): number {
  const ms = startInUtc(date);
  if (ms === null) throw new RangeError(`"${date}" is not a date: write YYYY-MM-DD, for example 2026-09-28`);
  return ms / dayMs;
}

/** Milliseconds since 1970; null for a text that is no date. Every clock counts by it, so it makes no texts. */
function startInUtc(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // A day past the month's end (30 February) parses and rolls over.
  return new Date(ms).getUTCDate() === Number(text.slice(8)) ? ms : null;
}

/** The date of a day number. */
export function civilDate(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The date so many days later, or earlier where `days` is negative. */
export function addDays(date: string, days: number): string {
  return civilDate(dayNumber(date) + days);
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The date so many months later, on the month's last day where it has none of that number. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return civilDate(first / dayMs + Math.min(day, length) - 1);
}

/** The instant at which a date begins in Asia/Shanghai, ISO. */
export function startOfDay(date: string): string {
  return endOfDay(addDays(date, -1));
}

export function isWeekend(date: string): boolean {
  return weekdayIndex(date) % 6 === 0;
}

/** 周一 / Mon. */
export function weekdayOf(date: string): Label {
  return weekdays[weekdayIndex(date)] ?? sunday;
}

/**
 * The date in Asia/Shanghai at an instant.
 * @throws RangeError for a text without `Z` or offset, whose meaning would hang on the process's time zone
 */
export function dateInShanghai(instant: Date | string): string {
  if (typeof instant === 'string' && !/T.*(Z|[+-]\d{2}:\d{2})$/.test(instant)) {
    throw new RangeError(`"${instant}" is not an instant: write it with Z or an offset`);
  }
  return new Date(new Date(instant).getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant at which a date ends in Asia/Shanghai: the next day's 00:00 +08:00, as ISO in UTC. */
export function endOfDay(date: string): string {
  return new Date((dayNumber(date) + 1) * dayMs - shanghaiOffsetMs).toISOString();
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
function weekdayIndex(date: string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}
