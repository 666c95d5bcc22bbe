import type { Calendar } from '../calendar';
import { isOffice } from '../itinerary';
import type { UnitId } from '../plan';
import { standsAt } from '../process';
import { valuesOf } from '../label';
import { type Outcome, type ServiceMode, type Stage, stages } from '../vocabulary';
import type { CaseCourse, Closing } from './course';
import { type Court, courts, type DaysTaken, daysTaken } from './court';
import type { ItemCourse } from './itemCourse';
import type { Period } from './period';
import { type Spread, spreadOf } from './spread';
import { type UnitReport, UnitTally } from './unitTally';

/** What the leading group is told of a month or a year. */
export interface Report {
  readonly period: Period;
  readonly received: number;
  readonly receivedByMode: Readonly<Partial<Record<ServiceMode, number>>>;
  readonly receivedBySubdistrict: Readonly<Partial<Record<UnitId, number>>>;
  readonly closed: Readonly<Partial<Record<Outcome, number>>>;
  /** Of those closed before the period, how many an amended act opened again in it. */
  readonly reopened: number;
  /** Where the cases stand that are open at the period's end. */
  readonly open: Readonly<Partial<Record<Stage, number>>>;
  /** Working days of the cases closed in the period, by whose court; null where there is none. */
  readonly days: Readonly<Record<Court, Spread>> | null;
  /** Of these the offices', at each stage that any of them came to. */
  readonly stages: Readonly<Partial<Record<Stage, Spread>>>;
  readonly units: readonly UnitReport[];
}

/**
 * Gathers a report case by case. Give it each case's course up to the period's end.
 * A case counts as received when it was entered, and as closed when its outcome stood. An institution that is taken
 * over is no application, and nobody's punctuality: it counts among the institutions that are open.
 */
export class Gathering {
  private readonly received: CaseCourse[] = [];
  private readonly closed: Closing[] = [];
  private readonly open: CaseCourse[] = [];
  private readonly units = new Map<UnitId, UnitTally>();
  private readonly taken: DaysTaken[] = [];
  private reopened = 0;

  constructor(
    private readonly period: Period,
    private readonly calendar: Calendar,
  ) {}

  add(course: CaseCourse): void {
    if (course.file.outcome === 'takenOver') return;
    if (this.isWithin(course.submittedAt)) this.received.push(course);
    if (course.file.outcome === null) this.open.push(course);
    for (const closing of course.closings) this.addClosing(course, closing);
    for (const each of course.items) if (isOffice(each.item.unit)) this.addItem(each);
  }

  report(): Report {
    const { taken } = this;
    return {
      period: this.period,
      received: this.received.length,
      receivedByMode: countBy(this.received, ({ file }) => file.itinerary.serviceMode),
      receivedBySubdistrict: countBy(this.received, ({ file }) => file.itinerary.subdistrict),
      closed: countBy(this.closed, ({ outcome }) => outcome),
      reopened: this.reopened,
      open: countBy(this.open, ({ file }) => standsAt(file)),
      days:
        taken.length === 0
          ? null
          : (spreads(valuesOf(courts), taken, (days) => days.courts) as Report['days']),
      stages: spreads(valuesOf(stages), taken, (days) => days.stages),
      units: [...this.units].map(([unit, tally]) => tally.report(unit)).sort(byRate),
    };
  }

  private addClosing(course: CaseCourse, closing: Closing): void {
    const { at, takenBackAt } = closing;
    if (!this.isWithin(at)) {
      if (takenBackAt !== null && this.isWithin(takenBackAt)) this.reopened += 1;
    } else if (takenBackAt === null) {
      this.closed.push(closing);
      this.taken.push(daysTaken(course, at, this.calendar));
    }
  }

  private addItem({ item, turns }: ItemCourse): void {
    for (const each of turns) if (this.isWithin(each.at)) this.tallyOf(item.unit).count(each);
    if (item.status === 'open' && item.limitPassed) this.tallyOf(item.unit).countOpen();
  }

  private isWithin(at: string): boolean {
    return at >= this.period.from && at < this.period.until;
  }

  private tallyOf(unit: UnitId): UnitTally {
    const tally = this.units.get(unit) ?? new UnitTally(this.calendar);
    this.units.set(unit, tally);
    return tally;
  }
}

/** First who kept fewest; last who had no limit to keep. */
function byRate(a: UnitReport, b: UnitReport): number {
  return (a.rate ?? 101) - (b.rate ?? 101) || a.unit.localeCompare(b.unit);
}

function spreads<K extends string>(
  keys: readonly K[],
  taken: readonly DaysTaken[],
  daysOf: (taken: DaysTaken) => Readonly<Partial<Record<K, number>>>,
): Partial<Record<K, Spread>> {
  const found: Partial<Record<K, Spread>> = {};
  for (const key of keys) {
    const spread = spreadOf(taken.map((each) => daysOf(each)[key]).filter((days) => days !== undefined));
    if (spread) found[key] = spread;
  }
  return found;
}

function countBy<T, K extends string>(
  list: readonly T[],
  keyOf: (each: T) => K | null,
): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const each of list) {
    const key = keyOf(each);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
