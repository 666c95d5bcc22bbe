import type { CaseFile, WorkItem } from '../caseFile';
import { sideRulesIn } from '../changes/items';
import type { SiteLicence } from '../construction';
import type { EventBody } from '../event';
import type { MaterialDue } from '../itinerary';
import type { UnitId } from '../plan';
import { Refusal, type RefusalCode } from '../refusal';
import type { SideStep } from '../sideStep';

/** What an act must be told besides the case: when, by whom, and the number for an act that needs one. */
export interface ActContext {
  /** The Shanghai date. */
  readonly today: string;
  /** The instant, ISO. */
  readonly now: string;
  readonly number: string | null;
  readonly actor: string;
  readonly unit: UnitId | null;
  /** The application that a site is or is to be linked with; null where the record has none. */
  readonly licence?: SiteLicence | null;
  /** The last day of the certificate that an institution which changes has; null where it holds without end. */
  readonly validUntil?: string | null;
  /** The materials for which papers of the case are there, for an act that hands them in. */
  readonly uploaded?: readonly string[];
}

/** The event of an act, and beside it the words that must stay out of the engine. */
export interface Performed {
  readonly body: EventBody;
  readonly particulars: Readonly<Record<string, unknown>>;
}

/** How one act on a work item is performed. */
export type Performing<B> = (file: CaseFile, item: WorkItem, body: B, context: ActContext) => Performed;

export function only(body: EventBody): Performed {
  return { body, particulars: {} };
}

export function withWords(body: EventBody, particulars: Performed['particulars']): Performed {
  return { body, particulars };
}

/** @throws Refusal where the rule does not hold, naming the field and what is expected there */
export function demand(
  holds: boolean,
  code: RefusalCode,
  pointer: string,
  expected: readonly string[] = [],
): void {
  if (!holds) throw new Refusal(code, { pointer, expected });
}

/** Every material that is due is there. @throws Refusal that names each one that is not */
export function demandPapers(
  due: readonly Pick<MaterialDue, 'id' | 'name'>[],
  there: readonly string[],
  pointer: string,
): void {
  const missing = due.filter(({ id }) => !there.includes(id)).map(({ id, name }) => ({ id, name }));
  if (missing.length > 0) throw new Refusal('materialsMissing', { pointer, missing });
}

/** A step is given no more days than the plan allows it. */
export function demandTime(file: CaseFile, step: SideStep, days: number): void {
  const longest = sideRulesIn(file).clocks[step]?.limit ?? days;
  demand(days <= longest, 'procedureTooLong', '/days', [`<= ${longest}`]);
}

/** A day or an instant of something that has happened lies in the past, or is now. */
export function demandPast(when: string, pointer: string, now: string): void {
  demand(when <= now, 'dateInFuture', pointer, [`<= ${now}`]);
}

/** The day of something that has happened is no later than today, and not before it could. */
export function demandDay(day: string, pointer: string, earliest: string, { today }: ActContext): void {
  demandPast(day, pointer, today);
  demand(day >= earliest, 'dateTooEarly', pointer, [`>= ${earliest}`]);
}

/** An official who does what is the applicant's does it at the counter, for whoever came there. */
export function channelOf({ unit }: ActContext): { readonly channel?: 'counter' } {
  return unit === null ? {} : { channel: 'counter' };
}

/** The unit of the official who acts. @throws TypeError for somebody who is none: actRules lets nobody else through */
export function officeOf({ unit }: ActContext): UnitId {
  if (unit === null) throw new TypeError('An official belongs to a unit');
  return unit;
}

/** The number of what the act writes. @throws TypeError where the record gave none */
export function numberOf(context: ActContext): string {
  if (context.number === null) throw new TypeError('This act needs a serial number');
  return context.number;
}
