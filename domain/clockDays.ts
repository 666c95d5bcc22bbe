import { extendedLimit, type PausedDays, pausedDays, type Adjustments } from './adjustments';
import { calendarReasons, dayOf, type Calendar } from './calendar';
import { civilDate, dayNumber, weekdayOf } from './civilDate';
import type { Label, Labels } from './label';
import type { ClockRule } from './plan';

/** What a clock reads of its rule. */
export type Limit = Pick<ClockRule, 'id' | 'limit' | 'unit'>;

/** Why a day counts or does not. */
export const dayReasons = {
  start: { zh: '起算事件当日，自次日起计算', en: 'Day of the start event: counting begins the day after' },
  paused: { zh: '依法不计入期限', en: 'The clock is stopped: not counted' },
  everyDay: { zh: '按自然日计入', en: 'Every day counts' },
  ...calendarReasons,
} as const satisfies Labels<string>;
export type DayReason = keyof typeof dayReasons;

/** One day of a clock's run. */
export interface ClockDay {
  readonly date: string;
  readonly weekday: Label;
  readonly counted: boolean;
  /** Which counted day it is, from 1; `null` where it does not count. */
  readonly n: number | null;
  readonly reason: DayReason;
  readonly label: Label;
  /** True where the calendar was asked and had no arrangement: the day may yet turn out otherwise. */
  readonly assumed: boolean;
}

/**
 * Every day of a clock's run: the start event's day (行政许可法 counts from the day after), then one day after the
 * other until the limit is used up, or until a pause begins that has no end.
 *
 * The day on which a clock is stopped still counts, unless it would be the last one: a clock that is stopped on its
 * last day has not run out (what is told on the last day is told in time), and that day counts once it goes on.
 *
 * In a limit of calendar days every day counts. Whether a last day on a day off moves is unsettled for these
 * limits, so it stays where it falls.
 * @throws RangeError for a bad date, limit, extension or pause
 */
export function clockDays(
  { limit, unit }: Limit,
  startsOn: string,
  calendar: Calendar,
  { pauses, extensions }: Adjustments,
): ClockDay[] {
  const total = extendedLimit(limit, extensions);
  const spans = pauses.map(pausedDays);
  const start = dayNumber(startsOn);
  const days = [dayAt(startsOn, null, { reason: 'start', label: dayReasons.start, assumed: false })];
  let counted = 0;
  for (let number = start + 1; counted < total; number += 1) {
    const pause = spans.find(({ first, last }) => number >= first && number <= last);
    if (pause?.last === Infinity) break;
    const date = civilDate(number);
    const usual = pause ? paused : unit === 'calendarDay' ? everyDay : rulingOf(calendar, date);
    const stopped = usual.counts && counted + 1 === total && spans.some((span) => beginsAfter(span, number));
    const ruling = stopped ? paused : usual;
    days.push(dayAt(date, ruling.counts ? (counted += 1) : null, ruling));
  }
  return days;
}

/** Whether a clock is stopped on a day: the time that does not count begins the day after. */
function beginsAfter({ first, last }: PausedDays, number: number): boolean {
  return first === number + 1 && last >= first;
}

interface Reasoned {
  readonly reason: DayReason;
  readonly label: Label;
  readonly assumed: boolean;
}

type Ruling = Reasoned & { readonly counts: boolean };

const paused: Ruling = { counts: false, reason: 'paused', label: dayReasons.paused, assumed: false };
const everyDay: Ruling = { counts: true, reason: 'everyDay', label: dayReasons.everyDay, assumed: false };

function rulingOf(calendar: Calendar, date: string): Ruling {
  const { working, reason, label, covered } = dayOf(calendar, date);
  return { counts: working, reason, label, assumed: !covered };
}

function dayAt(date: string, n: number | null, { reason, label, assumed }: Reasoned): ClockDay {
  return { date, weekday: weekdayOf(date), counted: n !== null, n, reason, label, assumed };
}
