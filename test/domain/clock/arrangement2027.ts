import type { CalendarOverride } from '../../../domain/plan';
import type { Label } from '../../../domain/label';
import { addDays } from '../../../domain/civilDate';

/** A year's arrangement as a district would enter it. Supposed for the tests: no notice says so. */
const festivals: readonly { name: Label; first: string; last: string; working: readonly string[] }[] = [
  { name: { zh: '元旦', en: "New Year's Day" }, first: '2027-01-01', last: '2027-01-03', working: [] },
  {
    name: { zh: '春节', en: 'Spring Festival' },
    first: '2027-02-05',
    last: '2027-02-12',
    working: ['2027-01-31', '2027-02-20'],
  },
  { name: { zh: '清明', en: 'Tomb-sweeping Day' }, first: '2027-04-03', last: '2027-04-05', working: [] },
  {
    name: { zh: '劳动节', en: 'Labour Day' },
    first: '2027-05-01',
    last: '2027-05-05',
    working: ['2027-05-08'],
  },
  { name: { zh: '端午', en: 'Dragon Boat Festival' }, first: '2027-06-09', last: '2027-06-09', working: [] },
  { name: { zh: '中秋', en: 'Mid-autumn Festival' }, first: '2027-09-15', last: '2027-09-15', working: [] },
  {
    name: { zh: '国庆节', en: 'National Day' },
    first: '2027-10-01',
    last: '2027-10-07',
    working: ['2027-09-26', '2027-10-09'],
  },
];

export const arrangement2027: readonly CalendarOverride[] = festivals.flatMap(
  ({ name, first, last, working }) => [
    ...datesBetween(first, last).map((date) => ({ date, kind: 'holiday' as const, name })),
    ...working.map((date) => ({ date, kind: 'workday' as const, name })),
  ],
);

function datesBetween(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
