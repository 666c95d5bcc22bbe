import type { Points, Result } from './evaluation';
import type { ProcedureResult } from './event';
import type { Itinerary, Life, SideRules } from './itinerary';
import type { UnitId } from './plan';
import type {
  Checked,
  ComplaintResult,
  ExitMeasure,
  IncidentKind,
  IncidentResult,
  Severity,
  VisitGround,
} from './supervision';

/** What happened in the life of an institution, as facts the engine may see: see `EventBody`. */
export type LifeEventBody =
  /** A case of an institution's life begins: its supervision, or one year's evaluation. */
  | {
      readonly type: 'begun';
      readonly on: string;
      readonly organisation: string;
      readonly itinerary: Itinerary;
    }
  /** An institution that was open before, registered and filed, is taken over (纳管): what others said of it. */
  | {
      readonly type: 'takenOver';
      readonly on: string;
      readonly organisation: string;
      readonly itinerary: Itinerary;
      readonly unifiedCode: string | null;
      readonly registeredBy: string | null;
      readonly registeredOn: string | null;
      readonly receiptNo: string;
      readonly filedOn: string;
      readonly certificateNo: string | null;
    }
  /** A new year of supervision, by the plan in force; what is over leaves the state, never the record. */
  | {
      readonly type: 'yearTurned';
      readonly year: number;
      readonly on: string;
      readonly planVersion: string;
      readonly life: Life;
      readonly sideRules: SideRules;
    }
  /** A change of the institution is certified: its supervision goes on by what it is now. */
  | { readonly type: 'institutionChanged'; readonly on: string; readonly itinerary: Itinerary }
  /** The term of its certificate ends on a day: the institution is reminded before it, the lead asked after it. */
  | { readonly type: 'termEnding'; readonly on: string }
  | { readonly type: 'termOver'; readonly on: string }
  /** `next` is the day of the round after this one. */
  | { readonly type: 'visitDue'; readonly visit: string; readonly on: string; readonly next: string }
  | {
      readonly type: 'visitCalled';
      readonly unit: UnitId;
      readonly ground: VisitGround;
      /** The work item of what it is called on. */
      readonly about?: string;
      /** Units that come along. */
      readonly units?: readonly UnitId[];
    }
  /** Somebody of the public complains; what they wrote and who they are stand beside the record, to be erased. */
  | { readonly type: 'complaintReceived'; readonly complaint: string; readonly on: string }
  | {
      readonly type: 'complaintAnswered';
      readonly item: string;
      readonly complaint: string;
      readonly result: ComplaintResult;
      /** Of what is founded: it counts as a finding. */
      readonly severity: Severity | null;
      readonly on: string;
    }
  | {
      readonly type: 'visited';
      readonly item: string;
      readonly visitedOn: string;
      readonly severities: readonly Severity[];
      /** Absent where the visit has no checklist. */
      readonly checked?: readonly Checked[];
    }
  /** The institution reports an incident; `late`: after the time that the plan gives it. */
  | {
      readonly type: 'incidentReported';
      readonly kind: IncidentKind;
      readonly happenedAt: string;
      readonly hurt: number;
      readonly late: boolean;
    }
  | {
      readonly type: 'incidentConcluded';
      readonly item: string;
      readonly result: IncidentResult;
      /** Of a fault: it counts as a finding. */
      readonly severity: Severity | null;
    }
  | { readonly type: 'findingsSettled'; readonly item: string }
  | {
      readonly type: 'rectificationOrdered';
      readonly item: string;
      readonly days: number;
      readonly letter: string;
    }
  | { readonly type: 'rectificationReported'; readonly item: string }
  | {
      readonly type: 'reinspected';
      readonly item: string;
      readonly result: ProcedureResult;
      readonly visitedOn: string;
    }
  | { readonly type: 'evaluationDue'; readonly year: number; readonly on: string; readonly next: string }
  | {
      readonly type: 'evaluationBegun';
      readonly year: number;
      readonly no: number;
      readonly evaluation: string;
    }
  | ({
      readonly type: 'evaluationEnded';
      readonly evaluation: string;
      readonly on: string;
    } & Result)
  /** A unit that watches over the institution asks the lead to suspend it. */
  | { readonly type: 'suspensionCalled'; readonly unit: UnitId }
  | {
      readonly type: 'suspensionProposed';
      readonly item: string;
      readonly days: number | null;
      readonly immediate: boolean;
      readonly hearing: boolean;
      /** Null where danger is immediate: nobody is heard before. */
      readonly letter: string | null;
    }
  | { readonly type: 'suspensionDeclined'; readonly item: string }
  | { readonly type: 'suspensionReturned'; readonly item: string }
  | {
      readonly type: 'suspensionDecided';
      readonly item: string;
      readonly decidedOn: string;
      readonly days: number | null;
      readonly immediate: boolean;
      readonly no: string;
    }
  /** Its days are over, and the institution has not reported that what was wrong is mended: the lead considers it. */
  | { readonly type: 'suspensionOver'; readonly item: string; readonly on: string }
  | {
      readonly type: 'suspensionLifted';
      readonly item: string;
      readonly liftedOn: string;
      readonly no: string;
    }
  | { readonly type: 'exitRequested' }
  | {
      readonly type: 'exitProposed';
      readonly item: string;
      readonly measure: ExitMeasure;
      readonly hearing: boolean;
      readonly letter: string;
    }
  | { readonly type: 'exitDeclined'; readonly item: string }
  | { readonly type: 'exitReturned'; readonly item: string }
  | {
      readonly type: 'exitDecided';
      readonly item: string;
      readonly measure: ExitMeasure;
      readonly decidedOn: string;
      readonly no: string;
    }
  | {
      readonly type: 'placementReported';
      readonly item: string;
      readonly childrenLeft: number;
      readonly staffLeft: number;
    }
  | { readonly type: 'deregistered'; readonly item: string; readonly deregisteredOn: string }
  | { readonly type: 'filingClosed'; readonly item: string; readonly on: string }
  /** It goes no further: an evaluation or, `because` of its exit, a change of an institution that leaves; a site that is not built. */
  | { readonly type: 'discontinued'; readonly on: string; readonly because?: 'exit' }
  | { readonly type: 'selfAssessed'; readonly item: string }
  | { readonly type: 'scored'; readonly item: string; readonly points: readonly Points[] }
  | ({ readonly type: 'ratingProposed'; readonly item: string; readonly letter: string } & Result)
  | { readonly type: 'contested'; readonly item: string }
  | { readonly type: 'contestWaived'; readonly item: string }
  | { readonly type: 'ratingReturned'; readonly item: string }
  | ({
      readonly type: 'ratingConfirmed';
      readonly item: string;
      readonly on: string;
      readonly no: string;
    } & Result);
