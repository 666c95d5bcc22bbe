import { createHash } from 'node:crypto';
import type { Calendar } from '../../domain/calendar';
import { isCivilDate } from '../../domain/civilDate';
import type { CalendarOverride } from '../../domain/plan';
import { coverageOf } from './coverage';
import { announcedHolidays, type HolidayTable } from './holidayTable';

/**
 * The calendar in force: the announced holidays, and over them the days that the district knows better. A
 * district may enter a whole year's arrangement before the library has it; the coverage then grows with it.
 * @throws RangeError for an override whose date does not exist, or that has another one on the same date
 */
export function loadCalendar(overrides: readonly CalendarOverride[]): Calendar {
  const { holidays, workdays } = overridden(announcedHolidays(), overrides);
  const content = { holidays, workdays, ...coverageOf(holidays, workdays) };
  return { id: contentId(content), ...content };
}

function overridden(
  { holidays, workdays }: HolidayTable,
  overrides: readonly CalendarOverride[],
): HolidayTable {
  const dates = overrides.map((override) => override.date);
  dates.forEach((date, index) => {
    if (!isCivilDate(date))
      throw new RangeError(`The calendar's override of "${date}" names no date: write YYYY-MM-DD`);
    if (dates.indexOf(date) !== index) throw new RangeError(`The calendar overrides ${date} twice: keep one`);
  });
  const over = (days: HolidayTable['holidays'], kind: CalendarOverride['kind']) =>
    Object.fromEntries([
      ...Object.entries(days).filter(([date]) => !dates.includes(date)),
      ...overrides
        .filter((override) => override.kind === kind)
        .map(({ date, name }) => [date, name] as const),
    ]);
  return { holidays: over(holidays, 'holiday'), workdays: over(workdays, 'workday') };
}

/** A hash of the content, whatever the order in which the days were written. */
function contentId(content: Omit<Calendar, 'id'>): string {
  const { holidays, workdays, coveredFrom, coveredThrough } = content;
  const lines = [holidays, workdays].map((days) =>
    Object.keys(days)
      .sort()
      .map((date) => [date, days[date]?.zh, days[date]?.en]),
  );
  const hash = createHash('sha256').update(JSON.stringify([lines, coveredFrom, coveredThrough]));
  return `sha256:${hash.digest('hex').slice(0, 16)}`;
}
