import announced from 'chinese-days/dist/chinese-days.json';
import type { Label } from '../../domain/label';

/** Days off and working weekends, by date `YYYY-MM-DD`, each with its festival. */
export interface HolidayTable {
  readonly holidays: Readonly<Record<string, Label>>;
  readonly workdays: Readonly<Record<string, Label>>;
}

/**
 * The State Council's arrangements since 2004, as the library prints them. Its data is read instead of its
 * functions: `findWorkday` depends on the process's time zone, and no function says that a year is missing.
 */
export function announcedHolidays(): HolidayTable {
  return { holidays: named(announced.holidays), workdays: named(announced.workdays) };
}

/** `National Day,国庆节,3`: English name, Chinese name, statutory days. */
function named(days: Readonly<Record<string, string>>): Record<string, Label> {
  return Object.fromEntries(
    Object.entries(days).map(([date, text]) => {
      const [en = text, zh = text] = text.split(',');
      return [date, { zh, en }];
    }),
  );
}
