import type { Deadline } from './deadline';
import type { Itinerary } from './itinerary';
import type { UnitId } from './plan';
import type { Stage, Step } from './vocabulary';

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
}

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
  | { readonly type: 'accepted'; readonly item: string; readonly acceptedOn: string }
  | {
      readonly type: 'deemedAccepted';
      readonly item: string;
      readonly dueAt: string;
      readonly acceptedOn: string;
    }
  | { readonly type: 'notAccepted'; readonly item: string }
  | {
      readonly type: 'signedOff';
      readonly item: string;
      readonly opinion: Opinion;
      readonly answered: readonly string[];
    }
  | { readonly type: 'limitPassed'; readonly item: string; readonly dueAt: string }
  | {
      readonly type: 'decisionDrafted';
      readonly item: string;
      readonly result: DecisionResult;
      readonly answered: readonly string[];
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
  | {
      readonly type: 'registered';
      readonly item: string;
      readonly unifiedCode: string;
      readonly registeredOn: string;
    }
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
  | {
      readonly type: 'licenceIssued';
      readonly item: string;
      readonly no: string;
      readonly issuedOn: string;
    }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'deadlineMoved'; readonly item: string; readonly deadline: Deadline };

export type EventType = EventBody['type'];

/** One numbered event of a case; `at` is an ISO instant, never earlier than the event before it. */
export type CaseEvent = EventBody & {
  readonly seq: number;
  readonly at: string;
  readonly actor: EventActor;
};
