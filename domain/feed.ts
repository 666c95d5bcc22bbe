import type { CaseFile } from './caseFile';
import type { CaseEvent, EventType, Repair } from './event';
import { applicationOf, isOffice, kindOf } from './itinerary';
import { waitsForService } from './toldWhenServed';

/** What leaves the house of an event: named fields, no words that anybody wrote, nobody's name. */
type FeedData = Readonly<Record<string, string | number | null>>;

/** A CloudEvent 1.0 (https://cloudevents.io) as the city's platform reads it. The same event always gives the same. */
export interface FeedEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The case. */
  readonly subject: string;
  readonly time: string;
  /** The unit that acted; absent for applicants and for the system. */
  readonly actorunit?: string;
  readonly datacontenttype: 'application/json';
  readonly data: FeedData;
}

type Of<T extends EventType> = CaseEvent & { readonly type: T };
type Telling<T extends EventType> = (event: Of<T>, file: CaseFile) => FeedData;

/** It does not leave the house: the feed passes over it. */
const stays = null;

/** What is told of each type of event. A new type is told nowhere until it stands here. */
const tellings = {
  submitted: ({ receivedOn, channel, itinerary }) => {
    const { serviceMode, ownership, subdistrict, lead, handling } = itinerary;
    return { receivedOn, channel, serviceMode, ownership, subdistrict, lead, handling };
  },
  takenOver: ({ on, registeredOn, receiptNo, filedOn, certificateNo, itinerary }) => {
    const { serviceMode, ownership, subdistrict } = itinerary;
    return { on, registeredOn, receiptNo, filedOn, certificateNo, serviceMode, ownership, subdistrict };
  },
  stageOpened: stays,
  sideStepsOpened: stays,
  accepted: ({ acceptedOn }) => ({ acceptedOn }),
  deemedAccepted: ({ acceptedOn }) => ({ acceptedOn }),
  notAccepted: () => ({}),
  correctionRequested: ({ on }) => ({ on }),
  corrected: ({ completedOn }) => ({ completedOn }),
  claimed: stays,
  released: stays,
  delegated: stays,
  signedOff: stays,
  limitPassed: ({ item, dueAt }, file) => ({ ...stepOf(file, item), dueAt }),
  rightLapsed: stays,
  warned: stays,
  decisionWarned: stays,
  objectionAnswered: stays,
  procedureOrdered: ({ procedure, days, on }) => ({ procedure, days, on }),
  procedureScheduled: stays,
  procedureRecorded: ({ item, heldOn, on }, file) => ({ ...stepOf(file, item), heldOn, on }),
  procedureCalledOff: ({ item, on }, file) => ({ ...stepOf(file, item), on }),
  hearingOffered: stays,
  hearingRequested: stays,
  hearingWaived: stays,
  extensionRequested: stays,
  extensionForwarded: stays,
  extensionGranted: stays,
  extensionDeclined: stays,
  consulted: stays,
  advised: stays,
  remanded: ({ to }) => ({ to }),
  amended: ({ amends }, { caseId }) => ({ amends: idOf(caseId, amends) }),
  decisionDrafted: stays,
  draftReturned: stays,
  decided: ({ result, decidedOn, no }) => ({ result, decidedOn, no }),
  endorsed: stays,
  endorsementDeclined: () => ({}),
  registered: ({ registeredOn }) => ({ registeredOn }),
  registrationDeclined: () => ({}),
  reapplied: () => ({}),
  registrationPushed: () => ({}),
  filed: ({ receivedOn }) => ({ receivedOn }),
  receiptIssued: ({ no, issuedOn }) => ({ no, issuedOn }),
  conformityConfirmed: () => ({}),
  nonConforming: () => ({}),
  licenceIssued: ({ no, issuedOn, validUntil }) => ({ no, issuedOn, ...(validUntil && { validUntil }) }),
  withdrawn: () => ({}),
  deadlineMoved: stays,
  letterServed: stays,
  serviceFailed: stays,
  reassigned: stays,
  repairProposed: stays,
  repaired: ({ repair }) => factsOf(repair),
  repairDeclined: stays,
  rulesPinned: stays,
  intervened: stays,
  begun: ({ on, itinerary }) => {
    const { life, serviceMode, ownership, subdistrict } = itinerary;
    const year = life?.kind === 'evaluation' ? life.year : null;
    return {
      kind: kindOf(itinerary),
      institution: life?.institution ?? null,
      year,
      on,
      serviceMode,
      ownership,
      subdistrict,
    };
  },
  suspensionDecided: ({ decidedOn, days, no }) => ({ decidedOn, days, no }),
  suspensionLifted: ({ liftedOn, no }) => ({ liftedOn, no }),
  exitDecided: ({ measure, decidedOn, no }) => ({ measure, decidedOn, no }),
  deregistered: ({ deregisteredOn }) => ({ deregisteredOn }),
  filingClosed: ({ on }) => ({ on }),
  ratingConfirmed: ({ rating, on, no }) => ({ rating, on, no }),
  yearTurned: stays,
  institutionChanged: ({ on, itinerary }, { caseId }) => {
    const { serviceMode, ownership, subdistrict } = itinerary;
    return { on, changedBy: applicationOf({ caseId, itinerary }), serviceMode, ownership, subdistrict };
  },
  visitDue: stays,
  visitCalled: stays,
  complaintReceived: stays,
  complaintAnswered: stays,
  incidentReported: stays,
  incidentConcluded: stays,
  staffEntered: stays,
  staffChanged: stays,
  staffRemoved: stays,
  staffDocumentsExpiring: stays,
  termEnding: stays,
  termOver: stays,
  staffDocumentsExpired: stays,
  visited: stays,
  findingsSettled: stays,
  rectificationOrdered: stays,
  rectificationReported: stays,
  reinspected: stays,
  evaluationDue: stays,
  evaluationBegun: stays,
  evaluationEnded: stays,
  suspensionCalled: stays,
  suspensionProposed: stays,
  suspensionDeclined: stays,
  suspensionReturned: stays,
  suspensionOver: stays,
  exitRequested: stays,
  exitProposed: stays,
  exitDeclined: stays,
  exitReturned: stays,
  placementReported: stays,
  discontinued: ({ on }) => ({ on }),
  selfAssessed: stays,
  scored: stays,
  ratingProposed: stays,
  contested: stays,
  contestWaived: stays,
  ratingReturned: stays,
  milestoneReported: stays,
  rescheduled: stays,
  licenceLinked: stays,
  siteExamined: stays,
  siteAccepted: stays,
  siteReturned: stays,
  nameProposed: stays,
  nameReturned: stays,
  nameDeclined: stays,
  named: ({ on, no }, { itinerary }) => ({ on, no, institution: itinerary.life?.institution ?? null }),
  supportSubmitted: stays,
  supportExamined: stays,
  supportOpined: stays,
  supportDrafted: stays,
  supportReturned: stays,
  supportDecided: ({ result, yuan, on, no }) => ({ result, yuan, on, no }),
  supportPaid: ({ paidOn, yuan }) => ({ paidOn, yuan }),
  recheckDue: stays,
  supportRechecked: stays,
  supportEndProposed: stays,
  supportKept: stays,
  supportEnded: ({ on, no }) => ({ on, no }),
  supportLapsed: ({ on }) => ({ on }),
  conferred: stays,
  followedUp: stays,
  lossRaised: stays,
  lossProposed: stays,
  lossDeclined: stays,
  nameLost: ({ on, no }, { itinerary }) => ({ on, no, institution: itinerary.life?.institution ?? null }),
  nameLapsed: ({ on }) => ({ on }),
} as const satisfies { readonly [T in EventType]: Telling<T> | typeof stays };

/** The types of events that leave the house. */
export const feedTypes = (Object.keys(tellings) as EventType[]).filter((type) => tellings[type] !== stays);

/** Of an institution's life and of a site only these leave the house, and none of their work items. */
const milestones: readonly EventType[] = [
  'begun',
  'institutionChanged',
  'suspensionDecided',
  'suspensionLifted',
  'exitDecided',
  'deregistered',
  'filingClosed',
  'ratingConfirmed',
  'named',
  'nameLost',
  'nameLapsed',
  'supportDecided',
  'supportPaid',
  'supportEnded',
  'supportLapsed',
];

/** What the feed tells of an event; null for what stays in the house, or was taken back before anybody was told. */
export function feedEventOf(file: CaseFile, event: CaseEvent): FeedEvent | null {
  const tell = tellings[event.type] as Telling<EventType> | typeof stays;
  if (tell === stays || neverTold(file, event.type === 'amended' ? event.amends : event.seq)) return null;
  const { caseId, itinerary } = file;
  if (itinerary.life && !milestones.includes(event.type)) return null;
  const { unit } = event.actor;
  return {
    specversion: '1.0',
    id: idOf(caseId, event.seq),
    source: `urn:onewindow:${itinerary.planVersion.split('@')[0]}`,
    type: `onewindow.case.${event.type}.v1`,
    subject: caseId,
    time: event.at,
    ...(unit !== null && isOffice(unit) && { actorunit: unit }),
    datacontenttype: 'application/json',
    data: tell(event, file),
  };
}

function neverTold({ letters }: CaseFile, seq: number): boolean {
  return letters.some((letter) => letter.seq === seq && letter.void && waitsForService[letter.kind]);
}

function idOf(caseId: string, seq: number): string {
  return `${caseId}/${seq}`;
}

function factsOf(repair: Repair): FeedData {
  const { kind } = repair;
  switch (kind) {
    case 'move':
      return { kind, to: repair.to };
    case 'correctDate':
      return { kind, date: repair.date, to: repair.to };
    case 'extend':
      return { kind, clock: repair.clock, days: repair.days };
  }
}

function stepOf({ items }: CaseFile, id: string): FeedData {
  const item = items[id];
  return { step: item?.step ?? null, unit: item?.unit ?? null };
}
