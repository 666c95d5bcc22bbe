import type { CaseFile } from './caseFile';
import { sideRulesIn } from './changes/items';
import { dayOf, type Calendar } from './calendar';
import { addDays, endOfDay } from './civilDate';
import type { Deadline } from './deadline';
import type { Rung } from './plan';

/** When a warning is due for one work item. */
export interface RungTime {
  readonly rung: string;
  /** ISO instant. */
  readonly at: string;
}

/** Warnings go out when offices open. */
const OPENS_AT_MS = 9 * 3_600_000;
/** No festival keeps offices closed for as long; a calendar that does is broken. */
const LONGEST_CLOSURE_DAYS = 60;

/** The ladder that a case has been pinned to; one that an older release submitted has none yet. */
export function ladderOf(file: Pick<CaseFile, 'caseId' | 'itinerary'>): readonly Rung[] {
  return file.itinerary.sideRules ? sideRulesIn(file).ladder : [];
}

/** When each rung of the ladder is reached, in working days from the due date, the earliest first. */
export function rungTimes(ladder: readonly Rung[], { due }: Deadline, calendar: Calendar): RungTime[] {
  return ladder
    .map(({ id, days }) => ({ rung: id, at: opening(workingDayFrom(due, days, calendar)) }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** The working day so many working days after a date, or before it where `days` is negative; 0 is the date. */
export function workingDayFrom(date: string, days: number, calendar: Calendar): string {
  const step = Math.sign(days);
  let [at, left, closed] = [date, Math.abs(days), 0];
  while (left > 0) {
    at = addDays(at, step);
    if (dayOf(calendar, at).working) [left, closed] = [left - 1, 0];
    else if ((closed += 1) > LONGEST_CLOSURE_DAYS) {
      throw new RangeError(`The calendar ${calendar.id} has no working day near ${at}`);
    }
  }
  return at;
}

/** When offices open on a date, ISO. */
export function opening(date: string): string {
  return new Date(Date.parse(endOfDay(addDays(date, -1))) + OPENS_AT_MS).toISOString();
}
