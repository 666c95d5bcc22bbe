import type { Label } from './label';
import type { Basis, ClockRule, UnitId } from './plan';
import type { Handling, Ownership, RegistrationKind, ServiceMode, Stage, Step } from './vocabulary';

/** The unit of a step that the applicant or the system owes. */
export const APPLICANT = 'applicant';
export const SYSTEM = 'system';

/** One step of the case: who owes it, after which others, on which clock. */
export interface ItineraryStep {
  /** Unique in the case: `accept`, `review-fire`. */
  readonly id: string;
  readonly step: Step;
  readonly unit: UnitId;
  readonly unitName: Label;
  readonly clock: ClockRule;
}

export interface ItineraryStage {
  readonly stage: Stage;
  readonly steps: readonly ItineraryStep[];
}

export interface MaterialDue {
  readonly id: string;
  readonly name: Label;
  readonly stage: 'acceptance' | 'filing';
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
}
