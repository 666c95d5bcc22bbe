import type { Actor } from '../../domain/actor';
import type { CaseEvent, EventType } from '../../domain/event';
import type { Plan } from '../../domain/plan';
import { eventsAfter } from '../../infra/record/events';
import type { CaseEvent as WireEvent } from '../contracts/event';
import type { Services } from '../services';
import { telling } from './happenings';
import { tellsOfConcealed } from './concealed';
import { actsForApplicant } from './visibility';

/**
 * What the applicant is shown of an event beside that it happened and when: its facts, and the words addressed to
 * them. What colleagues write to one another, and a draft before it is signed, stays inside.
 */
const forApplicant = {
  submitted: 'all',
  takenOver: 'all',
  stageOpened: 'facts',
  accepted: 'all',
  deemedAccepted: 'facts',
  notAccepted: 'all',
  signedOff: 'nothing',
  limitPassed: 'facts',
  decisionDrafted: 'nothing',
  draftReturned: 'nothing',
  decided: 'all',
  endorsed: 'facts',
  endorsementDeclined: 'all',
  registered: 'facts',
  registrationPushed: 'facts',
  filed: 'all',
  receiptIssued: 'facts',
  conformityConfirmed: 'facts',
  licenceIssued: 'facts',
  withdrawn: 'all',
  deadlineMoved: 'facts',
  sideStepsOpened: 'facts',
  correctionRequested: 'all',
  corrected: 'all',
  claimed: 'nothing',
  released: 'nothing',
  delegated: 'nothing',
  rightLapsed: 'facts',
  warned: 'nothing',
  decisionWarned: 'nothing',
  objectionAnswered: 'nothing',
  procedureOrdered: 'all',
  procedureScheduled: 'all',
  procedureRecorded: 'facts',
  procedureCalledOff: 'all',
  hearingOffered: 'all',
  hearingRequested: 'all',
  hearingWaived: 'all',
  extensionRequested: 'nothing',
  extensionForwarded: 'nothing',
  extensionGranted: 'facts',
  extensionDeclined: 'nothing',
  consulted: 'nothing',
  advised: 'nothing',
  remanded: 'all',
  amended: 'all',
  registrationDeclined: 'all',
  reapplied: 'all',
  nonConforming: 'all',
  letterServed: 'facts',
  serviceFailed: 'facts',
  reassigned: 'nothing',
  repairProposed: 'nothing',
  repaired: 'facts',
  repairDeclined: 'nothing',
  rulesPinned: 'nothing',
  intervened: 'nothing',
  begun: 'all',
  yearTurned: 'nothing',
  institutionChanged: 'nothing',
  visitDue: 'nothing',
  visitCalled: 'nothing',
  complaintReceived: 'nothing',
  complaintAnswered: 'nothing',
  incidentReported: 'all',
  incidentConcluded: 'all',
  staffEntered: 'facts',
  staffChanged: 'facts',
  staffRemoved: 'facts',
  termEnding: 'facts',
  termOver: 'facts',
  staffDocumentsExpiring: 'facts',
  staffDocumentsExpired: 'facts',
  visited: 'all',
  findingsSettled: 'nothing',
  rectificationOrdered: 'all',
  rectificationReported: 'all',
  reinspected: 'all',
  evaluationDue: 'facts',
  evaluationBegun: 'facts',
  evaluationEnded: 'facts',
  suspensionCalled: 'nothing',
  suspensionProposed: 'all',
  suspensionDeclined: 'nothing',
  suspensionReturned: 'nothing',
  suspensionDecided: 'all',
  suspensionOver: 'facts',
  suspensionLifted: 'all',
  exitRequested: 'all',
  exitProposed: 'all',
  exitDeclined: 'nothing',
  exitReturned: 'nothing',
  exitDecided: 'all',
  placementReported: 'all',
  deregistered: 'facts',
  filingClosed: 'facts',
  discontinued: 'all',
  selfAssessed: 'all',
  scored: 'nothing',
  ratingProposed: 'all',
  contested: 'all',
  contestWaived: 'all',
  ratingReturned: 'nothing',
  ratingConfirmed: 'all',
  supportSubmitted: 'all',
  supportExamined: 'nothing',
  supportOpined: 'nothing',
  supportDrafted: 'nothing',
  supportReturned: 'nothing',
  supportDecided: 'all',
  supportPaid: 'all',
  recheckDue: 'facts',
  supportRechecked: 'facts',
  supportEndProposed: 'all',
  supportKept: 'facts',
  supportEnded: 'all',
  supportLapsed: 'all',
  conferred: 'nothing',
  followedUp: 'nothing',
  milestoneReported: 'all',
  rescheduled: 'all',
  licenceLinked: 'facts',
  siteExamined: 'facts',
  siteAccepted: 'all',
  siteReturned: 'all',
  nameProposed: 'nothing',
  nameReturned: 'nothing',
  nameDeclined: 'all',
  named: 'all',
  lossRaised: 'nothing',
  lossProposed: 'all',
  lossDeclined: 'facts',
  nameLost: 'all',
  nameLapsed: 'facts',
} as const satisfies Record<EventType, 'all' | 'facts' | 'nothing'>;

/** Whether an applicant is shown more of an event than that it happened. */
export function isShownToApplicant(type: EventType): boolean {
  return forApplicant[type] !== 'nothing';
}

type Particulars = Readonly<Record<string, unknown>>;

/** The record of a case after a number, as its reader may see it. */
export async function eventList(
  services: Services,
  caseId: string,
  afterSeq: number,
  { actor, plan }: { readonly actor: Actor; readonly plan: Plan },
): Promise<WireEvent[]> {
  const { db } = services.ground;
  const events = await eventsAfter(db, caseId, 0);
  const particulars = await particularsOf(services, caseId);
  const inside = !actsForApplicant(actor);
  const shown = events.filter((event) => event.seq > afterSeq && (inside || !tellsOfConcealed(event)));
  const tell = await telling(services, db, shown, { actor, plan });
  return shown.map((event) => {
    const own = inside ? 'all' : forApplicant[event.type];
    return {
      ...tell(event),
      workItem: 'item' in event ? event.item : null,
      facts: own === 'nothing' ? {} : factsOf(event),
      particulars: own === 'all' ? wordsOf(event, events, particulars, inside) : null,
    };
  });
}

async function particularsOf({ ground }: Services, caseId: string): Promise<Map<number, Particulars>> {
  const rows = await ground.db
    .selectFrom('event')
    .select(['seq', 'particulars'])
    .where('case_id', '=', caseId)
    .execute();
  return new Map(rows.map((row) => [row.seq, row.particulars]));
}

/** The facts of an event; the itinerary stands with the case. */
function factsOf(event: CaseEvent): Record<string, unknown> {
  const { seq: _seq, at: _at, actor: _actor, type: _type, ...facts } = event;
  if (!('itinerary' in facts)) return facts;
  const { itinerary: _itinerary, ...others } = facts;
  return others;
}

/** A decision's grounds were written with its draft; once it is signed they are the applicant's to read. */
function wordsOf(
  event: CaseEvent,
  events: readonly CaseEvent[],
  particulars: ReadonlyMap<number, Particulars>,
  inside: boolean,
): Record<string, unknown> {
  const own = particulars.get(event.seq) ?? {};
  if (inside || event.type !== 'decided') return own;
  const draft = events.filter(({ type, seq }) => type === 'decisionDrafted' && seq < event.seq).at(-1);
  const { grounds = null } = draft ? (particulars.get(draft.seq) ?? {}) : {};
  return { ...own, grounds };
}
