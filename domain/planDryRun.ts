import { type Calendar, type CalendarDay, dayOf } from './calendar';
import type { CaseFile } from './caseFile';
import { dateInShanghai, yearOf } from './civilDate';
import { isLeaving } from './lifeDates';
import { movedDeadlines, upToDate } from './opening';
import type { Plan } from './plan';
import { supervisionRules } from './planLife';
import { type Consequences, consequences, type MovedLimit } from './repairPreview';
import { sideRulesOf } from './sideRules';

/** A day that one calendar counts otherwise than another. */
export interface ChangedDay {
  readonly date: string;
  readonly was: CalendarDay;
  readonly now: CalendarDay;
}

/** A plan that somebody thinks of publishing. */
export interface Candidate {
  readonly plan: Plan;
  /** The calendar that would then be in force. */
  readonly calendar: Calendar;
  /** From which day it would be in force, `YYYY-MM-DD`. */
  readonly from: string;
}

/** Why a limit would move: the calendar counts for every clock, a new year of supervision takes the plan then in force. */
export type MoveReason = 'calendar' | 'newYear';

export interface ForeseenMove extends MovedLimit {
  readonly why: MoveReason;
  /** The days between that the new calendar counts otherwise. */
  readonly days: readonly ChangedDay[];
  /** The day on which it would move; null for at once. */
  readonly on: string | null;
}

export interface Foreseen extends Omit<Consequences, 'moves'> {
  readonly moves: readonly ForeseenMove[];
}

/** The days that two calendars count otherwise, in their order. */
export function changedDays(before: Calendar, after: Calendar): ChangedDay[] {
  const named = [before, after].flatMap(({ holidays, workdays }) => [holidays, workdays]);
  const dates = [...new Set(named.flatMap((days) => Object.keys(days)))].sort();
  return dates
    .map((date) => ({ date, was: dayOf(before, date), now: dayOf(after, date) }))
    .filter(({ was, now }) => was.working !== now.working);
}

/**
 * What the publication of a plan would make of an open case. Its rules are pinned and stay; the calendar counts for all
 * clocks, and a supervision takes the plan then in force with its next year. Nothing is written.
 */
export function foreseen(file: CaseFile, candidate: Candidate, calendar: Calendar, now: Date): Foreseen {
  const [before, after] = [upToDate(file, now, calendar), upToDate(file, now, candidate.calendar)];
  const { closes, opens, moves } = consequences(before, after);
  const changed = changedDays(calendar, candidate.calendar);
  const counted = moves.map((move): ForeseenMove => {
    const ends = [move.from.due, move.to.due].sort();
    const days = changed.filter(({ date }) => date > move.to.startsOn && date <= (ends.at(-1) ?? ''));
    return { ...move, why: 'calendar', days, on: null };
  });
  return { closes, opens, moves: [...counted, ...movedByNewYear(after, candidate, now)] };
}

/** What of a supervision would move with its next year, if it is still open then. */
function movedByNewYear(file: CaseFile, { plan, calendar, from }: Candidate, now: Date): ForeseenMove[] {
  const { supervision, itinerary } = file;
  if (!supervision || itinerary.life?.kind !== 'supervision' || isLeaving(file)) return [];
  const turned: CaseFile = {
    ...file,
    itinerary: {
      ...itinerary,
      sideRules: sideRulesOf(plan),
      life: { ...itinerary.life, ...supervisionRules(plan, itinerary) },
    },
  };
  const on = nextTurn(supervision.year, from);
  return movedDeadlines(turned, { calendar, today: dateInShanghai(now) }).flatMap(
    ({ item: id, deadline: to }): ForeseenMove[] => {
      const item = file.items[id];
      if (!item || !to || item.deadline.dueAt === to.dueAt) return [];
      return [{ item: { ...item, deadline: to }, from: item.deadline, to, why: 'newYear', days: [], on }];
    },
  );
}

/** The first new year after one that falls on or after a day. */
function nextTurn(year: number, from: string): string {
  const first = `${Math.max(year + 1, yearOf(from))}-01-01`;
  return first >= from ? first : `${yearOf(from) + 1}-01-01`;
}
