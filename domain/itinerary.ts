import type { ChangeAsked } from './application';
import type { Milestone } from './construction';
import type { Label } from './label';
import type { EvaluationRules } from './evaluation';
import type { Basis, ClockRule, Rung, UnitId } from './plan';
import type { SideStep, WayStep } from './sideStep';
import type { StaffRules } from './staff';
import type { IncidentRules, Measure, SuspensionRules, Visit } from './supervision';
import type { Checked, SupportMeasure } from './support';
import type { Renewal } from './term';
import type { CaseKind, Handling, Ownership, RegistrationKind, ServiceMode, Stage } from './vocabulary';

/** The unit of a step that the applicant or the system owes. */
export const APPLICANT = 'applicant';
export const SYSTEM = 'system';
/** The administrators of the installation, who belong to no unit of the plan. */
export const ADMINISTRATION = 'administration';

/** Whether a party of a case is one of the plan's units. */
export function isOffice(unit: UnitId): boolean {
  return unit !== APPLICANT && unit !== SYSTEM && unit !== ADMINISTRATION;
}

/** One step of the case: who owes it, after which others, on which clock. */
export interface ItineraryStep {
  /** Unique in the case: `accept`, `review-fire`. */
  readonly id: string;
  readonly step: WayStep;
  readonly unit: UnitId;
  readonly unitName: Label;
  readonly clock: ClockRule;
}

export interface ItineraryStage {
  readonly stage: Stage;
  /** It goes on, whatever its steps, until the case ends or an exit is decided. */
  readonly lasting?: true;
  readonly steps: readonly ItineraryStep[];
}

/** By when a paper is owed. */
export const materialStages = ['acceptance', 'filing', 'supportReview'] as const satisfies readonly Stage[];
export type MaterialStage = (typeof materialStages)[number];

export interface MaterialDue {
  readonly id: string;
  readonly name: Label;
  readonly stage: MaterialStage;
  readonly handedIn: boolean;
  readonly basis: Basis;
}

/** A standard that the application breaks, or does not say enough about; somebody must answer it. */
export interface Finding {
  readonly id: string;
  readonly standard: string;
  readonly kind: 'failed' | 'notStated';
  readonly name: Label;
  readonly detail: Label;
  readonly basis: Basis;
}

/** The whole way of one case, made once by `planCase` and pinned to it. */
export interface Itinerary {
  /** Present where it changes an institution that is certified already (变更). */
  readonly change?: ChangeAsked;
  /** For how many years its certificate holds; absent where that is without end. */
  readonly term?: number;
  /** Absent from those of applications. */
  readonly life?: Life;
  readonly planVersion: string;
  readonly serviceMode: ServiceMode;
  readonly ownership: Ownership;
  readonly handling: Handling;
  readonly registration: RegistrationKind;
  readonly registrar: UnitId | null;
  readonly subdistrict: UnitId;
  readonly lead: UnitId;
  readonly consulted: readonly UnitId[];
  readonly stages: readonly ItineraryStage[];
  readonly materials: readonly MaterialDue[];
  readonly findings: readonly Finding[];
  /** Rules for what an act may ask for on the way, pinned like the rest; the conductor does without. */
  readonly sideRules?: SideRules;
}

/** What makes an itinerary one of an institution's life or of a demonstration site: whose it is, and its rules as pinned. */
export type Life = InstitutionLife | ConstructionLife | SupportLife;

export type InstitutionLife = {
  /** The case by which the institution was certified first. */
  readonly institution: string;
  /** The change by which it is known now, where it was changed since. */
  readonly application?: string;
  readonly evaluation: EvaluationRules;
} & (
  | {
      readonly kind: 'supervision';
      readonly visits: readonly Visit[];
      readonly measures: readonly Measure[];
      /** The unit that handles complaints of the public. */
      readonly complaints: UnitId;
      readonly incidents: IncidentRules;
      readonly suspension: SuspensionRules;
      /** Absent from what an older release pinned, until it is completed. */
      readonly staff?: StaffRules;
      /** The last day of its certificate; absent where that holds without end. */
      readonly validUntil?: string;
      readonly renewal?: Renewal;
    }
  | { readonly kind: 'evaluation'; readonly supervision: string; readonly year: number }
);

/** The construction of a site of Annex 2 (示范点建设). */
export interface ConstructionLife {
  readonly kind: 'construction';
  /** The case by which its institution applied, once they are linked. */
  readonly institution: string | null;
  /** The change by which that is known now, where it was changed since. */
  readonly application?: string;
  readonly site: Site;
  readonly milestones: readonly Milestone[];
  /** The day by which it was to be completed when it was begun. */
  readonly completion: string;
}

/** One measure of support for an institution (扶持), with its conditions as they were met when it was asked for. */
export interface SupportLife {
  readonly kind: 'support';
  readonly institution: string;
  /** The change by which it is known now, where it was changed since. */
  readonly application?: string;
  readonly measure: Omit<SupportMeasure, 'materials' | 'basis'> & {
    /** What it asked for in words alone, of an older release; else the itinerary says it. */
    readonly papers?: readonly Label[];
  };
  /** Who pays. */
  readonly finance: UnitId;
  readonly checked: readonly Checked[];
}

/** A site as Annex 2 prints it. */
export interface Site {
  readonly no: number;
  readonly name: string;
  readonly address: string;
  /** 预计建设完成时间, in the annex's words. */
  readonly printedCompletion: string;
  readonly responsibleUnit: UnitId;
}

/** The visits and measures by which an institution is supervised; none in other itineraries. */
export function supervisionLife({ life }: Pick<Itinerary, 'life'>) {
  const { visits, measures } = life?.kind === 'supervision' ? life : nothing;
  return { visits, measures };
}

/** @throws RangeError for an itinerary that is no construction's */
export function constructionLife({
  itinerary: { life },
}: {
  readonly itinerary: Itinerary;
}): ConstructionLife {
  if (life?.kind !== 'construction') throw new RangeError('This itinerary is no construction');
  return life;
}

/** @throws RangeError for an itinerary that is no support's */
export function supportLife({ itinerary: { life } }: { readonly itinerary: Itinerary }): SupportLife {
  if (life?.kind !== 'support') throw new RangeError('This itinerary is no support');
  return life;
}

/** The rules by which an institution is evaluated; null in other itineraries. */
export function evaluationRulesIn({ life }: Pick<Itinerary, 'life'>): EvaluationRules | null {
  return life && 'evaluation' in life ? life.evaluation : null;
}

const nothing: { readonly visits: readonly Visit[]; readonly measures: readonly Measure[] } = {
  visits: [],
  measures: [],
};

/** What a case is about. */
export function kindOf({ life }: Pick<Itinerary, 'life'>): CaseKind {
  return life?.kind ?? 'licensing';
}

interface Cased {
  readonly caseId: string;
  readonly itinerary: Pick<Itinerary, 'life' | 'change'>;
}

/** The case by which the institution applied last and with success, under which its name and contact are kept. */
export function applicationOf({ caseId, itinerary: { life } }: Cased): string {
  const changed = life && 'application' in life ? life.application : null;
  return changed ?? life?.institution ?? caseId;
}

/** The case by which the institution was certified first, under which all its cases hang together. */
export function institutionOf({ caseId, itinerary: { life, change } }: Cased): string {
  return life?.institution ?? change?.institution ?? caseId;
}

export interface SideRules {
  readonly clocks: Readonly<Partial<Record<SideStep, ClockRule>>>;
  readonly ladder: readonly Rung[];
  readonly correction: 'restarts' | 'resumes';
  readonly hearingNoticeDays: number;
  /** The leading group's office, which forwards and advises. */
  readonly office: UnitId;
  /** The district government, whose head extends joint decisions. */
  readonly government: UnitId;
  /** 机关代字 by unit, for the numbers of letters. */
  readonly marks: Readonly<Record<UnitId, string>>;
}
