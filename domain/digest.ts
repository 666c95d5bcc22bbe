import { type Calendar, dayOf } from './calendar';
import { addDays, dateInShanghai } from './civilDate';
import { opening, workingDayFrom } from './ladder';

/** Warnings come as offices open; the mail that gathers those of a day leaves them time to come. It goes out soon after. */
const AFTER_OPENING_MS = 10 * 60_000;

/** When the mail goes out that gathers the warnings given at an instant, ISO: the next one on a working day. */
export function digestTimeAfter(instant: string, calendar: Calendar): string {
  const today = dateInShanghai(instant);
  const todays = digestTime(today);
  if (dayOf(calendar, today).working && todays > instant) return todays;
  return digestTime(workingDayFrom(today, 1, calendar));
}

/** How many working days a date lies behind another one; negative where it lies ahead. */
export function workingDaysSince(due: string, today: string, calendar: Calendar): number {
  if (due > today) return -workingDaysSince(today, due, calendar);
  let days = 0;
  for (let date = addDays(due, 1); date <= today; date = addDays(date, 1)) {
    if (dayOf(calendar, date).working) days += 1;
  }
  return days;
}

function digestTime(date: string): string {
  return new Date(Date.parse(opening(date)) + AFTER_OPENING_MS).toISOString();
}
