import type { Calendar } from '../calendar';
import { APPLICANT, ADMINISTRATION, SYSTEM } from '../itinerary';
import type { UnitId } from '../plan';
import { standsAt } from '../process';
import type { Outcome, ServiceMode, Stage } from '../vocabulary';
import type { CaseCourse, ItemCourse } from './course';
import { daysTaken } from './court';
import type { Period } from './period';

/** Median and longest of a number of days. */
export interface Spread {
  readonly median: number;
  readonly longest: number;
}

/** How a unit kept its limits in a period (考核). */
export interface Punctuality {
  readonly unit: UnitId;
  /** Work items that it answered within their limits. */
  readonly inTime: number;
  /** Those that it answered after them. */
  readonly late: number;
  /** Limits that passed in the period and that it had not answered at the period's end. */
  readonly silent: number;
  /** In time among all three, in percent. */
  readonly rate: number;
}

/** What the leading group is told of a month or a year. */
export interface Report {
  readonly period: Period;
  readonly received: number;
  readonly receivedByMode: Readonly<Partial<Record<ServiceMode, number>>>;
  readonly receivedBySubdistrict: Readonly<Partial<Record<UnitId, number>>>;
  readonly closed: Readonly<Partial<Record<Outcome, number>>>;
  /** Where the cases stand that are open at the period's end. */
  readonly open: Readonly<Partial<Record<Stage, number>>>;
  /** Working days of the cases closed in the period; null where there is none. */
  readonly days: { readonly ours: Spread; readonly applicant: Spread } | null;
  readonly punctuality: readonly Punctuality[];
}

type How = 'inTime' | 'late' | 'silent';

/** Parties whose time is no office's. */
const noOffice: readonly UnitId[] = [APPLICANT, SYSTEM, ADMINISTRATION];

/**
 * Gathers a report case by case. Give it each case's course up to the period's end.
 * A case counts as received when it was entered, and as closed when its outcome stood.
 */
export class Gathering {
  private readonly received: CaseCourse[] = [];
  private readonly closed: CaseCourse[] = [];
  private readonly open: CaseCourse[] = [];
  private readonly units = new Map<UnitId, { inTime: number; late: number; silent: number }>();
  private readonly taken: { readonly ours: number; readonly applicant: number }[] = [];

  constructor(
    private readonly period: Period,
    private readonly calendar: Calendar,
  ) {}

  add(course: CaseCourse): void {
    const { submittedAt, closedAt } = course;
    if (this.isWithin(submittedAt)) this.received.push(course);
    if (closedAt === null) this.open.push(course);
    else if (this.isWithin(closedAt)) {
      this.closed.push(course);
      this.taken.push(daysTaken(course, closedAt, this.calendar));
    }
    for (const each of course.items) {
      const told = noOffice.includes(each.item.unit) ? null : kept(each);
      if (told && this.isWithin(told.at)) this.count(each.item.unit, told.how);
    }
  }

  report(): Report {
    const { ours, applicant } = {
      ours: spreadOf(this.taken.map((days) => days.ours)),
      applicant: spreadOf(this.taken.map((days) => days.applicant)),
    };
    return {
      period: this.period,
      received: this.received.length,
      receivedByMode: countBy(this.received, ({ file }) => file.itinerary.serviceMode),
      receivedBySubdistrict: countBy(this.received, ({ file }) => file.itinerary.subdistrict),
      closed: countBy(this.closed, ({ file }) => file.outcome),
      open: countBy(this.open, ({ file }) => standsAt(file)),
      days: ours && applicant && { ours, applicant },
      punctuality: [...this.units]
        .map(([unit, counts]) => ({ unit, ...counts, rate: rateOf(counts) }))
        .sort((a, b) => a.rate - b.rate || a.unit.localeCompare(b.unit)),
    };
  }

  private isWithin(at: string): boolean {
    return at >= this.period.from && at < this.period.until;
  }

  private count(unit: UnitId, how: How): void {
    const counts = this.units.get(unit) ?? { inTime: 0, late: 0, silent: 0 };
    counts[how] += 1;
    this.units.set(unit, counts);
  }
}

/** How an item's limit was kept, and when that was known; null where nobody can say yet, or an act closed it unanswered. */
function kept({ endedAt, end, passedAt }: ItemCourse): { how: How; at: string } | null {
  const answered = end === 'done' ? endedAt : null;
  if (passedAt === null) return answered === null ? null : { how: 'inTime', at: answered };
  // What the law takes for an answer (行政许可法 第三十二条) is none that the unit gave.
  return answered !== null && answered > passedAt
    ? { how: 'late', at: answered }
    : { how: 'silent', at: passedAt };
}

function rateOf({ inTime, late, silent }: Omit<Punctuality, 'unit' | 'rate'>): number {
  return Math.round((inTime / (inTime + late + silent)) * 1_000) / 10;
}

function spreadOf(days: readonly number[]): Spread | null {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  const longest = sorted.at(-1);
  if (low === undefined || high === undefined || longest === undefined) return null;
  return { median: (low + high) / 2, longest };
}

function countBy<K extends string>(
  courses: readonly CaseCourse[],
  keyOf: (course: CaseCourse) => K | null,
): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const course of courses) {
    const key = keyOf(course);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
