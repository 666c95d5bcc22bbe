import { dayOf, type Calendar } from '../calendar';
import { addDays, dateInShanghai } from '../civilDate';
import { APPLICANT } from '../itinerary';
import type { CaseCourse } from './course';

/** Working days that a case took, in whose court. */
export interface DaysTaken {
  readonly applicant: number;
  readonly ours: number;
}

/**
 * Working days from a case's receipt to an instant, as clocks count them: from the day after. A day is the applicant's
 * where something was waited for from them at its beginning, else it is the offices'.
 */
export function daysTaken({ file, items }: CaseCourse, until: string, calendar: Calendar): DaysTaken {
  const spans = items
    .filter(({ item }) => item.unit === APPLICANT)
    .map(({ openedAt, endedAt }) => ({
      from: dateInShanghai(openedAt),
      to: dateInShanghai(endedAt ?? until),
    }));
  const last = dateInShanghai(until);
  let [applicant, ours] = [0, 0];
  for (let date = addDays(file.dates.receipt, 1); date <= last; date = addDays(date, 1)) {
    if (!dayOf(calendar, date).working) continue;
    if (spans.some(({ from, to }) => date > from && date <= to)) applicant += 1;
    else ours += 1;
  }
  return { applicant, ours };
}
