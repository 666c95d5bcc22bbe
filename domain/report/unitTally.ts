import { type Calendar, dayOf } from '../calendar';
import { addDays } from '../civilDate';
import { valuesOf } from '../label';
import type { UnitId } from '../plan';
import { type ItemTurn, type Turn, turns } from './itemCourse';
import { covers } from './span';
import { type Spread, spreadOf } from './spread';

/** How a unit kept its limits in a period (考核), and how long its answers took. */
export type UnitReport = Readonly<Record<Turn, number>> & {
  readonly unit: UnitId;
  /** Limits that had passed and were unanswered at the period's end. */
  readonly stillOpen: number;
  /** In time among all that were answered in time or whose limit passed and was not moved ahead, in percent. */
  readonly rate: number | null;
  /** Working days on which the clocks of the answered ones ran; null where none was answered. */
  readonly days: Spread | null;
};

/** What one unit did in a period. */
export class UnitTally {
  private readonly counts = Object.fromEntries(valuesOf(turns).map((turn) => [turn, 0])) as Record<
    Turn,
    number
  >;
  private readonly days: number[] = [];
  private stillOpen = 0;

  constructor(private readonly calendar: Calendar) {}

  count({ turn, ran }: ItemTurn): void {
    this.counts[turn] += 1;
    if (turn === 'inTime' || turn === 'late') this.days.push(workingDays(ran, this.calendar));
  }

  countOpen(): void {
    this.stillOpen += 1;
  }

  report(unit: UnitId): UnitReport {
    const { counts, stillOpen, days } = this;
    return { unit, ...counts, stillOpen, rate: rateOf(counts), days: spreadOf(days) };
  }
}

function rateOf({ inTime, passed, lifted }: Readonly<Record<Turn, number>>): number | null {
  const all = inTime + Math.max(0, passed - lifted);
  return all === 0 ? null : Math.round((inTime / all) * 1_000) / 10;
}

function workingDays(spans: ItemTurn['ran'], calendar: Calendar): number {
  const [first, last] = [spans[0]?.from, spans.at(-1)?.to];
  if (first === undefined || last === undefined) return 0;
  let days = 0;
  for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) {
    if (dayOf(calendar, date).working && spans.some((span) => covers(span, date))) days += 1;
  }
  return days;
}
