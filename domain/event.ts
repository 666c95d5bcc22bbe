import type { ConferenceEventBody } from './conference';
import type { Deadline } from './deadline';
import type { Itinerary, ItineraryStage, Life, SideRules } from './itinerary';
import type { RungTime } from './ladder';
import type { LifeEventBody } from './lifeEvent';
import type { UnitId } from './plan';
import type { Procedure } from './sideStep';
import type { SiteEventBody } from './siteEvent';
import type { StaffEventBody } from './staffEvent';
import type { SupportEventBody } from './supportEvent';
import type { ExtensionAuthority, Service, Stage, Step } from './vocabulary';

export type Opinion = 'agree' | 'object';
export type DecisionResult = 'granted' | 'refused';
export type Channel = 'portal' | 'counter';

/** Who acted; `unit` is null for applicants and for the system. `sub` is an opaque id, never a name. */
export interface EventActor {
  readonly sub: string;
  readonly unit: UnitId | null;
}

export interface OpenedItem {
  readonly id: string;
  readonly stepId: string;
  readonly step: Step;
  readonly unit: UnitId;
  readonly deadline: Deadline;
  /** The warnings that are still to come. */
  readonly rungs?: readonly RungTime[];
  /** It opens while its clock is stopped: the deadline is the one it would have if that ended now. */
  readonly stopped?: true;
}

export type ProcedureResult = 'passed' | 'failed';
/** The dates from which clocks run. */
export type DateName = 'receipt' | 'acceptance' | 'decision' | 'registration' | 'filingReceived';

/** What an administrator proposes and another confirms, because an outcome changes by it. */
export type Repair =
  | { readonly kind: 'move'; readonly to: Stage }
  | { readonly kind: 'correctDate'; readonly date: DateName; readonly to: string }
  | { readonly kind: 'extend'; readonly clock: string; readonly days: number };

/**
 * What happened, as facts the engine may see: no personal data, no free text.
 * Reasons, names and answers are kept beside the event as its particulars.
 * `item` is the id of the work item that the act answered. Dates are `YYYY-MM-DD` in Asia/Shanghai.
 */
export type EventBody =
  | {
      readonly type: 'submitted';
      readonly receivedOn: string;
      readonly channel: Channel;
      readonly organisation: string;
      readonly itinerary: Itinerary;
    }
  | { readonly type: 'stageOpened'; readonly stage: Stage; readonly items: readonly OpenedItem[] }
  /** Work items that an act asked for, opened in its own transaction. */
  | { readonly type: 'sideStepsOpened'; readonly items: readonly OpenedItem[] }
  | {
      readonly type: 'accepted';
      readonly item: string;
      readonly acceptedOn: string;
      readonly letter?: string;
    }
  | {
      readonly type: 'deemedAccepted';
      readonly item: string;
      readonly dueAt: string;
      readonly acceptedOn: string;
    }
  | { readonly type: 'notAccepted'; readonly item: string; readonly letter?: string }
  | {
      readonly type: 'correctionRequested';
      readonly item: string;
      readonly nos: readonly number[];
      readonly on: string;
      readonly letter: string;
    }
  | {
      readonly type: 'corrected';
      readonly item: string;
      readonly nos: readonly number[];
      /** The day on which the last one was closed; null while others are open. */
      readonly completedOn: string | null;
      /** A clerk did it at the counter for the applicant. */
      readonly channel?: 'counter';
    }
  | { readonly type: 'claimed'; readonly item: string }
  | { readonly type: 'released'; readonly item: string }
  | { readonly type: 'delegated'; readonly item: string; readonly to: string }
  | {
      readonly type: 'signedOff';
      readonly item: string;
      readonly opinion: Opinion;
      readonly answered: readonly string[];
    }
  | { readonly type: 'limitPassed'; readonly item: string; readonly dueAt: string }
  | { readonly type: 'rightLapsed'; readonly item: string; readonly dueAt: string }
  | { readonly type: 'warned'; readonly item: string; readonly rung: string; readonly dueAt: string }
  | {
      /** The limit of the whole decision is near or past while it is no work item's. */
      readonly type: 'decisionWarned';
      readonly rung: string;
      readonly dueAt: string;
      /** The last day of that limit. */
      readonly due: string;
    }
  | { readonly type: 'objectionAnswered'; readonly item: string }
  | {
      readonly type: 'procedureOrdered';
      readonly item: string;
      readonly procedure: Procedure;
      readonly days: number;
      readonly on: string;
      readonly letter: string;
    }
  | {
      readonly type: 'procedureScheduled';
      readonly item: string;
      readonly on: string;
      readonly presider: string | null;
      readonly letter: string | null;
    }
  | {
      readonly type: 'procedureRecorded';
      readonly item: string;
      readonly result: ProcedureResult;
      readonly heldOn: string;
      readonly on: string;
    }
  | { readonly type: 'procedureCalledOff'; readonly item: string; readonly on: string }
  | { readonly type: 'hearingOffered'; readonly item: string; readonly letter: string }
  | { readonly type: 'hearingRequested'; readonly item: string; readonly on: string }
  | { readonly type: 'hearingWaived'; readonly item: string }
  | {
      readonly type: 'extensionRequested';
      readonly item: string;
      readonly clock: string;
      readonly days: number;
      readonly by: ExtensionAuthority;
    }
  | { readonly type: 'extensionForwarded'; readonly item: string }
  | { readonly type: 'extensionGranted'; readonly item: string; readonly letter: string }
  | { readonly type: 'extensionDeclined'; readonly item: string }
  | {
      readonly type: 'consulted';
      readonly item: string;
      readonly unit: UnitId;
      readonly role: 'head' | 'coordinator';
    }
  | { readonly type: 'advised'; readonly item: string }
  | { readonly type: 'remanded'; readonly item: string | null; readonly to: Stage }
  | { readonly type: 'amended'; readonly item: string; readonly amends: number }
  | {
      readonly type: 'decisionDrafted';
      readonly item: string;
      readonly result: DecisionResult;
      readonly answered: readonly string[];
      /** Units whose time passed in silence: the decision goes on without them and says so. */
      readonly without?: readonly UnitId[];
    }
  | { readonly type: 'draftReturned'; readonly item: string }
  | {
      readonly type: 'decided';
      readonly item: string;
      readonly result: DecisionResult;
      readonly decidedOn: string;
      readonly no: string;
    }
  | { readonly type: 'endorsed'; readonly item: string; readonly documentNo: string }
  | { readonly type: 'endorsementDeclined'; readonly item: string; readonly letter: string }
  | {
      readonly type: 'registered';
      readonly item: string;
      readonly unifiedCode: string;
      readonly registeredOn: string;
    }
  | { readonly type: 'registrationDeclined'; readonly item: string; readonly letter: string }
  | { readonly type: 'reapplied'; readonly item: string }
  | { readonly type: 'registrationPushed'; readonly item: string; readonly receiptNo: string }
  | {
      readonly type: 'filed';
      readonly item: string;
      readonly receivedOn: string;
      readonly materials: readonly string[];
    }
  | {
      readonly type: 'receiptIssued';
      readonly item: string;
      readonly no: string;
      readonly issuedOn: string;
    }
  | { readonly type: 'conformityConfirmed'; readonly item: string }
  | { readonly type: 'nonConforming'; readonly item: string; readonly letter: string }
  | {
      readonly type: 'licenceIssued';
      readonly item: string;
      readonly no: string;
      readonly issuedOn: string;
      /** Its last day; absent where it holds without end. */
      readonly validUntil?: string;
    }
  /** `channel`: a clerk did it at the counter for the applicant. */
  | { readonly type: 'withdrawn'; readonly channel?: 'counter' }
  | {
      readonly type: 'deadlineMoved';
      readonly item: string;
      /** Null while the clock is stopped. */
      readonly deadline: Deadline | null;
      readonly rungs?: readonly RungTime[];
    }
  | {
      readonly type: 'letterServed';
      readonly item: string | null;
      readonly letter: string;
      readonly how: Service;
      readonly on: string;
    }
  | { readonly type: 'serviceFailed'; readonly letter: string }
  | { readonly type: 'reassigned'; readonly item: string; readonly to: string | null }
  | { readonly type: 'repairProposed'; readonly repair: Repair }
  | { readonly type: 'repaired'; readonly item: string; readonly repair: Repair }
  | { readonly type: 'repairDeclined'; readonly item: string }
  /** An open case of an older release gets the rules that it lacks, from the plan in force; those that it has stay. */
  | {
      readonly type: 'rulesPinned';
      readonly planVersion: string;
      readonly sideRules: SideRules;
      /** Of a supervision. */
      readonly life?: Life;
      /** Of a supervision from before exits were pushed. */
      readonly stages?: readonly ItineraryStage[];
    }
  /** An administrator's hand where nothing on the record changes: sent again, restarted, computed anew. */
  | {
      readonly type: 'intervened';
      readonly kind: 'resent' | 'restarted' | 'recomputed';
    }
  | LifeEventBody
  | SiteEventBody
  | StaffEventBody
  | SupportEventBody
  | ConferenceEventBody;

export type EventType = EventBody['type'];

/** One numbered event of a case; `at` is an ISO instant, never earlier than the event before it. */
export type CaseEvent = EventBody & {
  readonly seq: number;
  readonly at: string;
  readonly actor: EventActor;
};
