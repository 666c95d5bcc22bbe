import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import type { ConferenceEventBody } from '../conference';
import type { LifeEventBody } from '../lifeEvent';
import type { SupportEventBody } from '../supportEvent';
import type { SiteEventBody } from '../siteEvent';
import type { StaffEventBody } from '../staffEvent';
import { conferred } from './conference';
import {
  licenceLinked,
  lossDeclined,
  lossProposed,
  lossRaised,
  milestoneReported,
  named,
  nameDeclined,
  nameLapsed,
  nameLost,
  nameProposed,
  nameReturned,
  rescheduled,
  siteReturned,
} from './construction';
import { contested, ratingConfirmed, ratingProposed, ratingReturned, scored } from './evaluation';
import { answered, close } from './items';
import {
  staffChanged,
  staffDocumentsExpired,
  staffDocumentsExpiring,
  staffEntered,
  staffRemoved,
} from './staff';
import {
  complaintAnswered,
  complaintReceived,
  deregistered,
  evaluationBegun,
  evaluationDue,
  evaluationEnded,
  exitDecided,
  exitProposed,
  exitRequested,
  exitReturned,
  filingClosed,
  incidentConcluded,
  incidentReported,
  placementReported,
  rectificationOrdered,
  rectificationReported,
  reinspected,
  visitCalled,
  visitDue,
  visited,
  yearTurned,
} from './supervision';
import {
  suspensionCalled,
  suspensionDecided,
  suspensionLifted,
  suspensionOver,
  suspensionProposed,
  suspensionReturned,
} from './suspension';

import {
  recheckDue,
  supportDecided,
  supportDrafted,
  supportEnded,
  supportEndProposed,
  supportExamined,
  supportKept,
  supportLapsed,
  supportOpined,
  supportPaid,
  supportRechecked,
  supportReturned,
  supportSubmitted,
} from './support';
import { institutionChanged, termEnding, termOver } from './term';

/** All but those by which a case begins. */
type LifeType = Exclude<
  | LifeEventBody['type']
  | SiteEventBody['type']
  | StaffEventBody['type']
  | ConferenceEventBody['type']
  | SupportEventBody['type'],
  'takenOver' | 'begun'
>;
type Change<T extends LifeType> = (file: CaseFile, event: CaseEvent & { type: T }) => CaseFile;

/** One change a kind of event in the life of an institution or of a site. */
const changes: { readonly [T in LifeType]: Change<T> } = {
  yearTurned,
  institutionChanged,
  termEnding,
  termOver,
  visitDue,
  visitCalled,
  complaintReceived,
  complaintAnswered,
  incidentReported,
  incidentConcluded,
  staffEntered,
  staffChanged,
  staffRemoved,
  staffDocumentsExpiring,
  staffDocumentsExpired,
  visited,
  rectificationOrdered,
  rectificationReported,
  reinspected,
  evaluationDue,
  evaluationBegun,
  evaluationEnded,
  suspensionCalled,
  suspensionProposed,
  suspensionReturned,
  suspensionDecided,
  suspensionOver,
  suspensionLifted,
  exitRequested,
  exitProposed,
  exitReturned,
  exitDecided,
  placementReported,
  deregistered,
  filingClosed,
  scored,
  ratingProposed,
  contested,
  ratingReturned,
  ratingConfirmed,
  findingsSettled: answered,
  exitDeclined: answered,
  suspensionDeclined: answered,
  selfAssessed: answered,
  contestWaived: answered,
  milestoneReported,
  rescheduled,
  licenceLinked,
  siteExamined: answered,
  siteAccepted: answered,
  siteReturned,
  nameProposed,
  nameReturned,
  nameDeclined,
  named,
  lossRaised,
  lossProposed,
  lossDeclined,
  nameLost,
  nameLapsed,
  conferred,
  followedUp: answered,
  supportSubmitted,
  supportExamined,
  supportOpined,
  supportDrafted,
  supportReturned,
  supportDecided,
  supportPaid,
  recheckDue,
  supportRechecked,
  supportEndProposed,
  supportKept,
  supportEnded,
  supportLapsed,
  discontinued: (file, event) => close(file, 'discontinued', event),
};

export function isOfLife(event: CaseEvent): event is Extract<CaseEvent, { type: LifeType }> {
  return event.type in changes;
}

export function lived(file: CaseFile, event: CaseEvent & { type: LifeType }): CaseFile {
  // The table gives each type its own change; TypeScript cannot follow that through the index.
  const change = changes[event.type] as Change<LifeType>;
  return change(file, event);
}
