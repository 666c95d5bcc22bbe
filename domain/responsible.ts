import type { Label } from './label';
import { kindOf } from './itinerary';
import type { CaseFile } from './caseFile';
import { type Basis, type Plan, THE_SUBDISTRICT, type UnitId } from './plan';
import type { Role } from './vocabulary';

/** Each department names who answers for its supervision (专人负责), 实施方案四（三）; how long a gap may last is a district setting. */
export interface ResponsibleRules {
  /** Calendar days after which a unit's gap is for the joint conference. */
  readonly conferenceAfterDays: number;
  readonly basis: Basis;
}

/** The two whom a unit names. */
export const places = {
  responsible: { zh: '负责人', en: 'Responsible person' },
  replacement: { zh: '替补人', en: 'Replacement' },
} as const satisfies Readonly<Record<string, Label>>;
export type Place = keyof typeof places;

/** Days on which somebody is away, the first and the last included. Dates are `YYYY-MM-DD`. */
export interface Absence {
  readonly from: string;
  readonly until: string;
}

/** Somebody whom a unit has named. */
export interface NamedPerson {
  readonly sub: string;
  readonly absence: Absence | null;
  /** Whether the account is still in use, and in the unit that named it. */
  readonly fit: boolean;
}

/** Whom a unit has named; nothing at a place that nobody holds. */
export type Pair = Readonly<Partial<Record<Place, NamedPerson>>>;

/** What is amiss with a unit's pair; each is escalated. */
export const gapKinds = {
  nobodyNamed: { zh: '尚未指定', en: 'Nobody is named' },
  notOfUnit: { zh: '所指定的人已不在本单位或账号已停用', en: 'Somebody named is no longer of the unit' },
  bothAbsent: { zh: '负责人和替补人都不在岗', en: 'Both are absent' },
} as const satisfies Readonly<Record<string, Label>>;
export type GapKind = keyof typeof gapKinds;

/** Who answers for a unit on a day: null where nobody does. There may be a gap though somebody stands in. */
export interface Standing {
  readonly answers: string | null;
  readonly standsIn: boolean;
  readonly gap: GapKind | null;
}

/** Who names a unit's pair: whoever heads it, and the administrators. */
export const namingRoles = ['head', 'administrator'] as const satisfies readonly Role[];

/** The units to which supervision and evaluation give work under a plan, in the plan's order: each names its pair. */
export function unitsThatName({
  units,
  supervision,
  evaluation,
  filingAuthority,
  registrars,
}: Plan): UnitId[] {
  const asked = new Set([
    ...supervision.visits.map(({ unit }) => unit),
    supervision.complaints.unit,
    supervision.incidents.followedUpBy,
    supervision.staff.unit,
    ...evaluation.indicators.map(({ scoredBy }) => scoredBy),
    ...Object.values(registrars).map(({ unit }) => unit),
    filingAuthority.unit,
  ]);
  const isAsked = (unit: Plan['units'][number]) =>
    asked.has(unit.id) || (unit.kind === 'subdistrict' && asked.has(THE_SUBDISTRICT));
  return units.filter(isAsked).map(({ id }) => id);
}

/** Who answers for a unit on a day: the responsible person, in their absence the replacement. */
export function standingOf(pair: Pair, today: string): Standing {
  const { responsible, replacement } = pair;
  const isThere = (person: NamedPerson | undefined) =>
    person !== undefined && person.fit && !isAbsent(person, today);
  const standsIn = !isThere(responsible) && isThere(replacement);
  const answers = isThere(responsible) ? responsible : standsIn ? replacement : undefined;
  return { answers: answers?.sub ?? null, standsIn, gap: gapOf(pair, answers !== undefined) };
}

function gapOf({ responsible, replacement }: Pair, isAnswered: boolean): GapKind | null {
  if (!responsible && !replacement) return 'nobodyNamed';
  if (!responsible?.fit || !replacement?.fit) return 'notOfUnit';
  return isAnswered ? null : 'bothAbsent';
}

export function isAbsent({ absence }: Pick<NamedPerson, 'absence'>, today: string): boolean {
  return absence !== null && absence.from <= today && today <= absence.until;
}

/** Whether the work items of a case have somebody who answers for them by name. */
export function isAnsweredByName({ itinerary }: Pick<CaseFile, 'itinerary'>): boolean {
  return ['supervision', 'evaluation'].includes(kindOf(itinerary));
}
