import { isWeekend } from './civilDate';
import type { Label, Labels } from './label';
import { fixedHolidays } from './statutoryHolidays';

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
  /** False where no arrangement is known: weekday and the holidays fixed by date were all there was to go by. */
  readonly covered: boolean;
}

/** What a calendar says of a date. */
export function dayOf(calendar: Calendar, date: string): CalendarDay {
  const covered = date >= calendar.coveredFrom && date <= calendar.coveredThrough;
  const { reason, festival } = arranged(calendar, date) ?? (covered ? plain(date) : statutory(date));
  const label = labelOf(calendarReasons[reason], festival);
  return {
    working: reason === 'workday' || reason === 'makeUpDay',
    reason,
    label: covered ? label : assumed(label),
    covered,
  };
}

interface Reasoned {
  readonly reason: CalendarReason;
  readonly festival?: Label;
}

/** What the table itself says. */
function arranged({ holidays, workdays }: Calendar, date: string): Reasoned | null {
  const [holiday, workday] = [holidays[date], workdays[date]];
  if (holiday) return { reason: 'holiday', festival: holiday };
  if (workday) return { reason: isWeekend(date) ? 'makeUpDay' : 'workday', festival: workday };
  return null;
}

/** What is certain without an arrangement, and else the weekday. */
function statutory(date: string): Reasoned {
  const festival = fixedHolidays[date.slice('YYYY-'.length)];
  return festival ? { reason: 'holiday', festival } : plain(date);
}

function plain(date: string): Reasoned {
  return { reason: isWeekend(date) ? 'weekend' : 'workday' };
}

function labelOf(reason: Label, festival: Label | undefined): Label {
  if (!festival) return reason;
  return { zh: `${festival.zh}（${reason.zh}）`, en: `${festival.en} (${lowerFirst(reason.en)})` };
}

function assumed({ zh, en }: Label): Label {
  return {
    zh: `${zh}：推定，日历尚无当日放假安排`,
    en: `${en}: assumed, the calendar has no arrangement for this date`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
