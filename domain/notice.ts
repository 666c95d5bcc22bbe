import { rolesAnswering } from './actRules';
import type { CaseFile, WorkItem } from './caseFile';
import type { CaseEvent, EventType } from './event';
import { itemOf, sideRulesIn, unitOfStep } from './changes/items';
import { ADMINISTRATION, APPLICANT, kindOf, SYSTEM } from './itinerary';
import type { UnitId } from './plan';
import type { Role } from './vocabulary';

/** The notices that go out by mail; each has a template in Chinese and English. */
export const noticeTemplates = [
  'submissionReceived',
  'accepted',
  'deemedAccepted',
  'notAccepted',
  'correction',
  'procedure',
  'hearingOffered',
  'hearingNotice',
  'extension',
  'granted',
  'refused',
  'remanded',
  'endorsementDeclined',
  'registered',
  'registrationDeclined',
  'filingReceipt',
  'nonConforming',
  'certificate',
  'withdrawn',
  'warning',
  'complaintReceived',
  'complaintAnswered',
  'incidentReported',
  'incidentConcluded',
  'staffDocumentsExpiring',
  'staffDocumentsExpired',
  'termEnding',
  'rectification',
  'reinspected',
  'suspensionProposed',
  'suspensionDecided',
  'suspensionLifted',
  'exitProposed',
  'exitDecided',
  'exited',
  'changeDiscontinued',
  'evaluationBegun',
  'ratingProposed',
  'rated',
  'named',
  'lossProposed',
  'nameLost',
  'supportGranted',
  'supportRefused',
  'supportEndProposed',
  'supportEnded',
  'supportLapsed',
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

type Chooser = NoticeTemplate | null | ((event: CaseEvent) => NoticeTemplate | null);

const templates: Readonly<Partial<Record<EventType, Chooser>>> = {
  submitted: 'submissionReceived',
  accepted: 'accepted',
  deemedAccepted: 'deemedAccepted',
  notAccepted: 'notAccepted',
  correctionRequested: 'correction',
  warned: 'warning',
  decisionWarned: 'warning',
  procedureOrdered: 'procedure',
  procedureScheduled: (event) =>
    event.type === 'procedureScheduled' && event.letter !== null ? 'hearingNotice' : null,
  hearingOffered: 'hearingOffered',
  extensionGranted: 'extension',
  decided: (event) => (event.type === 'decided' && event.result === 'granted' ? 'granted' : 'refused'),
  remanded: 'remanded',
  endorsementDeclined: 'endorsementDeclined',
  registered: 'registered',
  registrationDeclined: 'registrationDeclined',
  receiptIssued: 'filingReceipt',
  nonConforming: 'nonConforming',
  licenceIssued: 'certificate',
  withdrawn: 'withdrawn',
  complaintReceived: 'complaintReceived',
  complaintAnswered: 'complaintAnswered',
  incidentReported: 'incidentReported',
  incidentConcluded: 'incidentConcluded',
  staffDocumentsExpiring: 'staffDocumentsExpiring',
  staffDocumentsExpired: 'staffDocumentsExpired',
  termEnding: 'termEnding',
  rectificationOrdered: 'rectification',
  reinspected: 'reinspected',
  suspensionProposed: (event) =>
    event.type === 'suspensionProposed' && event.letter !== null ? 'suspensionProposed' : null,
  suspensionDecided: 'suspensionDecided',
  suspensionLifted: 'suspensionLifted',
  exitProposed: 'exitProposed',
  exitDecided: 'exitDecided',
  filingClosed: 'exited',
  discontinued: (event) =>
    event.type === 'discontinued' && event.because === 'exit' ? 'changeDiscontinued' : null,
  begun: (event) =>
    event.type === 'begun' && kindOf(event.itinerary) === 'evaluation' ? 'evaluationBegun' : null,
  ratingProposed: 'ratingProposed',
  ratingConfirmed: 'rated',
  named: 'named',
  lossProposed: 'lossProposed',
  nameLost: 'nameLost',
  supportDecided: (event) =>
    event.type === 'supportDecided' && event.result === 'granted' ? 'supportGranted' : 'supportRefused',
  supportEndProposed: 'supportEndProposed',
  supportEnded: 'supportEnded',
  supportLapsed: (event) =>
    event.type === 'supportLapsed' && event.because === 'exit' ? 'supportLapsed' : null,
};

/** The notice that an event owes somebody, or null. */
export function noticeOf(event: CaseEvent): NoticeTemplate | null {
  const template = templates[event.type] ?? null;
  return typeof template === 'function' ? template(event) : template;
}

/** Whom a notice goes to: the applicant, whoever complained where they can be reached, some units, one person, or everybody who holds a role in a unit. */
export type Recipient =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'complainant'; readonly complaint: string }
  | { readonly kind: 'units'; readonly units: readonly UnitId[]; readonly roles: readonly Role[] }
  | { readonly kind: 'person'; readonly sub: string }
  | { readonly kind: 'officials'; readonly unit: UnitId | null; readonly roles: readonly Role[] };

/** Whom the notice of an event goes to; a warning climbs its ladder (催办、督办). */
export function recipientOf(event: CaseEvent, file: CaseFile): Recipient {
  if (event.type === 'complaintReceived' || event.type === 'complaintAnswered') {
    return { kind: 'complainant', complaint: event.complaint };
  }
  const { life } = file.itinerary;
  if (event.type === 'incidentReported' && life?.kind === 'supervision') {
    const { told, followedUpBy } = life.incidents;
    return { kind: 'units', units: [...new Set([...told, followedUpBy])], roles: ['head', 'caseOfficer'] };
  }
  const item = late(event, file);
  if (!item) return { kind: 'applicant' };
  const { ladder, office } = sideRulesIn(file);
  const rung = ladder.find(({ id }) => 'rung' in event && id === event.rung);
  if (rung?.to === 'office' || item.unit === SYSTEM) {
    return { kind: 'officials', unit: office, roles: ['coordinator'] };
  }
  if (item.unit === ADMINISTRATION) return { kind: 'officials', unit: null, roles: ['administrator'] };
  if (rung?.to === 'head') return { kind: 'officials', unit: inCharge(file, item.unit), roles: ['head'] };
  if (item.unit === APPLICANT) return { kind: 'applicant' };
  if (item.assignee !== null) return { kind: 'person', sub: item.assignee };
  const role = file.asked[item.stepId]?.role;
  return { kind: 'officials', unit: item.unit, roles: role ? [role] : rolesAnswering(item.step) };
}

/** Whom a warning is about: who owes the work item, or will owe the draft of the decision; null for other notices. */
function late(
  event: CaseEvent,
  file: CaseFile,
): Pick<WorkItem, 'unit' | 'step' | 'stepId' | 'assignee'> | null {
  if (event.type === 'warned') return itemOf(file, event.item);
  if (event.type !== 'decisionWarned') return null;
  return { unit: unitOfStep(file, 'draft'), step: 'draft', stepId: 'draft', assignee: null };
}

/** Whose head is told: an applicant who is late is the subdistrict's to follow up (plan 三(二)5). */
function inCharge({ itinerary }: CaseFile, unit: UnitId): UnitId {
  return unit === APPLICANT ? itinerary.subdistrict : unit;
}
