import type { Conference } from './conference';
import type { ConstructionState } from './construction';
import type { Deadline } from './deadline';
import type { DecisionResult, ProcedureResult, Repair } from './event';
import type { EvaluationState } from './evaluation';
import type { Itinerary } from './itinerary';
import type { RungTime } from './ladder';
import type { UnitId } from './plan';
import type { Procedure, SideStep } from './sideStep';
import type { SupervisionState } from './supervision';
import type { SupportState } from './support';
import type { LetterKind, Outcome, Service, Stage, Step } from './vocabulary';

/** `open` waits for its unit, `done` was answered, `closed` was overtaken by another act. */
export type WorkItemStatus = 'open' | 'done' | 'closed';

export interface WorkItem {
  readonly id: string;
  readonly stepId: string;
  readonly step: Step;
  readonly stage: Stage;
  readonly unit: UnitId;
  readonly round: number;
  /** The last one known where the clock is stopped. */
  readonly deadline: Deadline;
  readonly status: WorkItemStatus;
  /** The limit has passed, and the record says so. */
  readonly limitPassed: boolean;
  /** The clock is stopped (行政许可法 第四十五条): no limit passes until it goes on. */
  readonly stopped: boolean;
  /** The warnings still to come, the earliest first. */
  readonly rungs: readonly RungTime[];
  /** The warnings given: each once. */
  readonly warned: readonly string[];
  /** Who has taken it on (签收); null while anybody of the unit may. */
  readonly assignee: string | null;
  readonly openedAt: string;
  /** The number of the event that opened it. */
  readonly openedSeq: number;
  /** The number of the event that changed it last; its ETag. */
  readonly version: number;
}

/** A step that an act asked for. `about` names what it concerns: a work item; a letter to serve; a kind of repair. */
export interface AskedStep {
  readonly id: string;
  readonly step: SideStep;
  readonly unit: UnitId;
  readonly about: string;
  /** Where one role of the unit is meant. */
  readonly role?: 'head' | 'coordinator';
}

/** The one list of what is missing (补正), by its numbers. */
export interface Correction {
  readonly item: string;
  readonly round: number;
  readonly nos: readonly number[];
  readonly closed: readonly number[];
  readonly from: string;
  readonly to: string | null;
}

/**
 * Time that does not count towards the decision, from its notice to its end, and for no longer than the applicant
 * was told (行政许可法 第四十五条).
 */
export interface ProcedureRun {
  /** The step that it runs as. */
  readonly stepId: string;
  readonly procedure: Procedure;
  /** The work item in which it was ordered. */
  readonly orderedIn: string;
  /** The time it needs, as the applicant was told it; null for a hearing, whose time the plan gives. */
  readonly days: number | null;
  readonly from: string;
  readonly to: string | null;
  /** The day it is to take place, once that is set. */
  readonly scheduledOn: string | null;
  readonly result: ProcedureResult | null;
}

/** A numbered letter and whether it was served (送达). */
export interface Letter {
  readonly no: string;
  readonly kind: LetterKind;
  /** The event that it tells of. */
  readonly seq: number;
  /** The day it was written. */
  readonly on: string;
  /** The work item whose act it tells of. */
  readonly item: string;
  readonly unit: UnitId;
  readonly served: { readonly how: Service; readonly on: string } | null;
  /** The act was amended before it was served. */
  readonly void: boolean;
}

/** A finding that somebody answered, with the number of the event that did. */
export interface AnsweredFinding {
  readonly finding: string;
  readonly seq: number;
}

/** The state of a case: nothing but the fold of its events. */
export interface CaseFile {
  readonly caseId: string;
  readonly seq: number;
  /** The number of the last event that somebody must have seen to act on the case itself; its ETag. */
  readonly version: number;
  readonly lastAt: string;
  readonly round: number;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly organisation: string;
  /** The unit at whose counter the application came in on paper; none where it came through the portal. */
  readonly counter?: UnitId;
  readonly itinerary: Itinerary;
  readonly items: Readonly<Record<string, WorkItem>>;
  /** The work item that stands for a step now, by step id; a remand empties the later ones. */
  readonly current: Readonly<Record<string, string>>;
  /** What acts asked for besides the itinerary, by step id. */
  readonly asked: Readonly<Record<string, AskedStep>>;
  readonly dates: {
    readonly receipt: string;
    readonly acceptance: string | null;
    readonly decision: string | null;
    readonly registration: string | null;
    readonly filingReceived: string | null;
  };
  /** The day of the last return to acceptance: its clock runs from there. */
  readonly returnedOn: string | null;
  /** Work items whose clock began anew, by id: the day it did. */
  readonly restartedOn: Readonly<Record<string, string>>;
  readonly correction: Correction | null;
  readonly procedures: readonly ProcedureRun[];
  /** Days asked for last, and days added, by clock. */
  readonly extensionsAsked: Readonly<Record<string, number>>;
  readonly extensions: Readonly<Record<string, number>>;
  /** The warnings of the decision's limit that were given while it was no work item's. */
  readonly decisionWarned: readonly { readonly round: number; readonly rung: string }[];
  readonly draft: { readonly by: string; readonly result: DecisionResult } | null;
  /** Who examined the case: none of them presides over its hearing (行政许可法 第四十八条). */
  readonly examiners: readonly string[];
  readonly answeredFindings: readonly AnsweredFinding[];
  readonly objections: readonly UnitId[];
  readonly letters: readonly Letter[];
  /** The repair proposed last; it waits for as long as its confirmation is open. */
  readonly repair: { readonly repair: Repair; readonly by: string } | null;
  readonly decisionNo: string | null;
  readonly unifiedCode: string | null;
  readonly receiptNo: string | null;
  readonly certificateNo: string | null;
  /** The last day of that certificate; absent where it holds without end. */
  readonly validUntil?: string;
  /** Of an institution's supervision alone. */
  readonly supervision?: SupervisionState;
  /** Of an evaluation alone. */
  readonly evaluation?: EvaluationState;
  /** The last joint conference that dealt with the case. */
  readonly conference?: Conference;
  /** Of a demonstration site's construction alone. */
  readonly construction?: ConstructionState;
  /** Of a support alone. */
  readonly support?: SupportState;
}
