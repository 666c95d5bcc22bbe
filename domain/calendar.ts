import { isWeekend } from './civilDate';
import type { Label, Labels } from './label';

/**
 * Which days are working days, as plain data: it can be stored, sent and compared.
 * A date is in `holidays` or in `workdays`, never in both; in neither, its weekday decides.
 */
export interface Calendar {
  /** Changes whenever the data changes. */
  readonly id: string;
  /** Days off, by date `YYYY-MM-DD`, with the festival's name. */
  readonly holidays: Readonly<Record<string, Label>>;
  /** Working days that are not plain weekdays (调休上班), by date, with the festival's name. */
  readonly workdays: Readonly<Record<string, Label>>;
  /** First and last date for which the State Council's arrangement is known, both inclusive. */
  readonly coveredFrom: string;
  readonly coveredThrough: string;
}

export const calendarReasons = {
  workday: { zh: '工作日', en: 'Working day' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '放假', en: 'Holiday' },
  makeUpDay: { zh: '调休上班', en: 'Make-up working day' },
} as const satisfies Labels<string>;
export type CalendarReason = keyof typeof calendarReasons;

/** What the calendar says of one day. */
export interface CalendarDay {
  readonly working: boolean;
  readonly reason: CalendarReason;
  /** The reason in words, with the festival's name: 国庆节（放假）. */
  readonly label: Label;
  /** False where no arrangement is known, so that the plain weekday was assumed. */
  readonly covered: boolean;
}

/** What a calendar says of a date. */
export function dayOf(calendar: Calendar, date: string): CalendarDay {
  const reason = reasonOf(calendar, date);
  const covered = date >= calendar.coveredFrom && date <= calendar.coveredThrough;
  const festival = calendar.holidays[date] ?? calendar.workdays[date];
  return {
    working: reason === 'workday' || reason === 'makeUpDay',
    reason,
    label: labelOf(calendarReasons[reason], festival, covered),
    covered,
  };
}

function reasonOf(calendar: Calendar, date: string): CalendarReason {
  if (calendar.holidays[date]) return 'holiday';
  if (!isWeekend(date)) return 'workday';
  return calendar.workdays[date] ? 'makeUpDay' : 'weekend';
}

function labelOf(reason: Label, festival: Label | undefined, covered: boolean): Label {
  if (festival)
    return { zh: `${festival.zh}（${reason.zh}）`, en: `${festival.en} (${lowerFirst(reason.en)})` };
  if (covered) return reason;
  return {
    zh: `${reason.zh}（日历尚无当日放假安排，暂按星期推定）`,
    en: `${reason.en} (assumed: the calendar has no arrangement for this date yet)`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
