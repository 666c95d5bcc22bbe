/** A table of days, by date `YYYY-MM-DD`. */
export type DayTable = Readonly<Record<string, unknown>>;

/**
 * The seven festivals of 全国年节及纪念日放假办法, each with the first and last day (`MM-DD`) on which its main day
 * can fall: the lunar ones move. Before 2008 three of them were no holidays, so coverage begins there.
 */
const festivals: readonly (readonly [first: string, last: string])[] = [
  ['01-01', '01-01'], // 元旦
  ['01-21', '02-21'], // 春节
  ['04-04', '04-06'], // 清明节
  ['05-01', '05-01'], // 劳动节
  ['05-27', '06-26'], // 端午节
  ['09-07', '10-08'], // 中秋节
  ['10-01', '10-01'], // 国庆节
];

/**
 * The last day of a year that the next year's arrangement has never reached. 元旦 may draw days of December into
 * it: the notice of 4 December 2018 made 29 December 2018 a working Saturday and the 31st a day off.
 */
const lastSettledDay = '12-28';

/**
 * The dates for which the State Council's arrangement is known: from the first announced year, as long as the
 * years follow one another. The last of them is settled only until the next notice may reach into it.
 * @throws RangeError where no year is announced
 */
export function coverageOf(
  holidays: DayTable,
  workdays: DayTable,
): { readonly coveredFrom: string; readonly coveredThrough: string } {
  const announced = yearsOf(holidays).filter((year) => isAnnounced(year, holidays, workdays));
  const first = announced[0];
  if (first === undefined) throw new RangeError('The calendar holds no complete year of holidays');
  const following = announced.filter((year, index) => year === first + index);
  return {
    coveredFrom: `${first}-01-01`,
    coveredThrough: `${first + following.length - 1}-${lastSettledDay}`,
  };
}

/** Statutory holidays alone can be known years ahead; make-up days come only with the State Council's notice. */
function isAnnounced(year: number, holidays: DayTable, workdays: DayTable): boolean {
  const off = Object.keys(holidays).filter((date) => date.startsWith(`${year}-`));
  const hasAll = festivals.every(([first, last]) =>
    off.some((date) => date >= `${year}-${first}` && date <= `${year}-${last}`),
  );
  return hasAll && Object.keys(workdays).some((date) => date.startsWith(`${year}-`));
}

function yearsOf(table: DayTable): number[] {
  const years = new Set(Object.keys(table).map((date) => Number(date.slice(0, 4))));
  return [...years].sort((a, b) => a - b);
}
