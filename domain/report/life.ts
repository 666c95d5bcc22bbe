import type { CaseFile } from '../caseFile';
import { askingEvent } from '../changes/items';
import { supervisionOf } from '../changes/supervised';
import type { CaseEvent, OpenedItem } from '../event';
import { fold } from '../fold';
import type { Itinerary } from '../itinerary';
import type { UnitId } from '../plan';
import type { Severity } from '../supervision';
import type { Period } from './period';
import type { PlacesReport } from './places';
import type { Report } from './report';

/** What a unit found in a period, by its gravity, and what became of what was found so far. */
export interface FindingsOfUnit {
  readonly unit: UnitId;
  readonly minor: number;
  readonly serious: number;
  readonly grave: number;
  /** Visits, complaints and incidents with findings that were settled or rectified in the period. */
  readonly closed: number;
  /** Of these, after an order whose rectification was reported within its days. */
  readonly inTime: number;
  /** Not closed at the period's end. */
  readonly open: number;
}

/** How many institutions got a rating in a period, for the year that was evaluated; `rating` null: too little was scored. */
export interface RatingsOfYear {
  readonly year: number;
  readonly rating: string | null;
  readonly institutions: number;
}

/** What a report tells of the life of institutions. */
export interface LifeReport {
  readonly findings: readonly FindingsOfUnit[];
  readonly ratings: readonly RatingsOfYear[];
}

/** Of applications, of the life of institutions, and of how many places there are. */
export type WholeReport = Report & LifeReport & { readonly places: PlacesReport };

type Counts = Record<Exclude<keyof FindingsOfUnit, 'unit'>, number>;

/** Gathers it case by case: supervisions and evaluations, each with its events up to the period's end. */
export class LifeGathering {
  private readonly units = new Map<UnitId, Counts>();
  private readonly rated = new Map<string, RatingsOfYear>();

  constructor(private readonly period: Period) {}

  add(caseId: string, events: readonly CaseEvent[]): void {
    const first = events[0];
    if (first?.type !== 'begun') return;
    if (first.itinerary.life?.kind === 'evaluation') this.addRatings(first.itinerary, events);
    if (first.itinerary.life?.kind === 'supervision') this.addFindings(caseId, events);
  }

  report(): LifeReport {
    const findings = [...this.units].map(([unit, counts]) => ({ unit, ...counts }));
    const ratings = [...this.rated.values()];
    return {
      findings: findings.sort((a, b) => a.unit.localeCompare(b.unit)),
      ratings: ratings.sort((a, b) => a.year - b.year || (a.rating ?? '').localeCompare(b.rating ?? '')),
    };
  }

  private addRatings({ life }: Itinerary, events: readonly CaseEvent[]): void {
    if (life?.kind !== 'evaluation') return;
    const { year } = life;
    for (const event of events) {
      if (event.type !== 'ratingConfirmed' || !this.isWithin(event)) continue;
      const { rating } = event;
      const key = `${year} ${rating}`;
      const institutions = (this.rated.get(key)?.institutions ?? 0) + 1;
      this.rated.set(key, { year, rating, institutions });
    }
  }

  private addFindings(caseId: string, events: readonly CaseEvent[]): void {
    const matters = new Matters();
    let file: CaseFile | null = null;
    for (const event of events) {
      file = fold(file, [event], caseId);
      for (const noted of matters.note(event, file)) this.count(noted, event);
    }
    for (const unit of matters.open()) this.countsOf(unit).open += 1;
  }

  private count({ unit, severities, closes, inTime }: Noted, event: CaseEvent): void {
    const counts = this.countsOf(unit);
    if (!this.isWithin(event)) return;
    for (const severity of severities) counts[severity] += 1;
    if (closes) counts.closed += 1;
    if (inTime) counts.inTime += 1;
  }

  private countsOf(unit: UnitId): Counts {
    const counts = this.units.get(unit) ?? { minor: 0, serious: 0, grave: 0, closed: 0, inTime: 0, open: 0 };
    this.units.set(unit, counts);
    return counts;
  }

  private isWithin({ at }: Pick<CaseEvent, 'at'>): boolean {
    return at >= this.period.from && at < this.period.until;
  }
}

/** What an event says of a matter: something that was found and what came of it. */
interface Noted {
  readonly unit: UnitId;
  readonly severities: readonly Severity[];
  readonly closes: boolean;
  readonly inTime: boolean;
}

/** Follows what was found, work item by work item, to its end. A step is asked for by an event: `rectify-12`. */
class Matters {
  private readonly items = new Map<string, OpenedItem>();
  /** By which event a matter began, of the events that belong to it. */
  private readonly beginnings = new Map<number, number>();
  private readonly units = new Map<number, UnitId>();
  private readonly late = new Set<string>();
  private readonly ordered = new Map<number, boolean>();

  /** @param file the supervision with this event */
  note(event: CaseEvent, file: CaseFile): readonly Noted[] {
    if (event.type === 'staffDocumentsExpired') return this.noteExpired(event, file);
    if (event.type === 'staffChanged' || event.type === 'staffRemoved') return this.noteRenewed(file);
    const noted = this.noteAnswered(event);
    return noted ? [noted] : [];
  }

  /** What was found without a visit: it awaits an order like what a visit found, unless the institution is leaving. */
  private noteExpired(event: CaseEvent, file: CaseFile): readonly Noted[] {
    const order = file.asked[orderAfter(event.seq)];
    const severity = order && supervisionOf(file).findings[order.about];
    return severity ? [this.begin(event, order.unit, [severity])] : [];
  }

  /** What was renewed before anybody ordered it is found no more. */
  private noteRenewed({ items, current }: CaseFile): readonly Noted[] {
    const renewed = [...this.units].filter(
      ([seq]) => items[current[orderAfter(seq)] ?? '']?.status === 'closed',
    );
    return renewed.map(([seq, unit]) => {
      this.units.delete(seq);
      return { unit, severities: [], closes: true, inTime: false };
    });
  }

  private noteAnswered(event: CaseEvent): Noted | null {
    if (event.type === 'sideStepsOpened') for (const item of event.items) this.items.set(item.id, item);
    if (event.type === 'limitPassed') this.late.add(event.item);
    // Whoever leaves has nothing to rectify any more.
    if (event.type === 'exitDecided') this.units.clear();
    const item = 'item' in event && event.item !== null ? this.items.get(event.item) : undefined;
    if (!item) return null;
    const severities = severitiesIn(event);
    if (severities.length > 0) return this.begin(event, item.unit, severities);
    const beginning = this.beginnings.get(askingEvent(item.stepId) ?? 0);
    const unit = beginning === undefined ? undefined : this.units.get(beginning);
    if (beginning === undefined || unit === undefined) return null;
    this.beginnings.set(event.seq, beginning);
    if (event.type === 'rectificationReported') this.ordered.set(beginning, !this.late.has(item.id));
    const closes =
      event.type === 'findingsSettled' || (event.type === 'reinspected' && event.result === 'passed');
    if (closes) this.units.delete(beginning);
    const inTime = event.type === 'reinspected' && this.ordered.get(beginning) === true;
    return { unit, severities, closes, inTime: closes && inTime };
  }

  open(): Iterable<UnitId> {
    return this.units.values();
  }

  private begin({ seq }: CaseEvent, unit: UnitId, severities: readonly Severity[]): Noted {
    this.beginnings.set(seq, seq);
    this.units.set(seq, unit);
    return { unit, severities, closes: false, inTime: false };
  }
}

/** The id of the step in which what an event found is ordered to be rectified, or settled. */
const orderAfter = (seq: number): string => `orderRectification-${seq}`;

function severitiesIn(event: CaseEvent): readonly Severity[] {
  if (event.type === 'visited') return event.severities;
  if (event.type !== 'complaintAnswered' && event.type !== 'incidentConcluded') return [];
  return event.severity === null ? [] : [event.severity];
}
