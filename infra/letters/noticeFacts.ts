import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { CaseEvent } from '../../domain/event';
import { dateInShanghai } from '../../domain/civilDate';
import { dateInWords, momentInWords } from '../../domain/dateInWords';
import type { Label } from '../../domain/label';
import type { Plan, UnitId } from '../../domain/plan';
import { evaluationRulesIn } from '../../domain/itinerary';
import { recipientOf } from '../../domain/notice';
import { staffOf, staffRulesIn } from '../../domain/staff';
import { unitNameOf } from '../../domain/unitName';
import { consequences } from '../../domain/evaluation';
import { complaintResults, exitMeasures, incidentKinds, incidentResults } from '../../domain/supervision';
import { limitUnits, stages, steps } from '../../domain/vocabulary';
import type { StoredApplication } from '../personal/storedApplication';
import type { Addressee, NoticeFacts } from './notice';

/** What stands beside an event: reasons, lists, places. */
export type Words = Readonly<Record<string, unknown>>;

interface Told {
  readonly file: CaseFile;
  /** The case's events up to the one that the notice tells of. */
  readonly events: readonly CaseEvent[];
  /** Null for a demonstration site that is linked with no application yet. */
  readonly application: StoredApplication | null;
  readonly plan: Plan;
  readonly words: Words;
  readonly verifyUrl: (no: string) => string;
}

type Late = NonNullable<NoticeFacts['workItem']>;
type NameOf = (unit: UnitId | null | undefined) => Label;

const blank: Label = { zh: '', en: '' };

/** Gathers what a notice may say of a case; blanks are facts that its event cannot need. */
export function noticeFacts(told: Told): NoticeFacts {
  const { file, application, plan, words } = told;
  const name: NameOf = (unit) => (unit ? unitNameOf(plan, unit) : blank);
  const { itinerary, dates } = file;
  return {
    caseId: file.caseId,
    addressee: addresseeOf(told, name),
    institution: application?.institution.name ?? siteOf(file),
    receivedOn: dateInWords(dates.receipt),
    acceptedOn: dayOf(dates.acceptance),
    decidedOn: dayOf(dates.decision),
    decisionNo: file.decisionNo ?? '',
    accepting: name(stepOf(file, 'accept')?.unit),
    deciding: name(stepOf(file, 'decide')?.unit),
    registrar: name(itinerary.registrar),
    filing: name(stepOf(file, 'receipt')?.unit ?? plan.filingAuthority.unit),
    decisionLimit: limitOf(file),
    acceptanceDue: dayOf(Object.values(file.items).find((item) => item.step === 'accept')?.deadline.due),
    reason: textIn(words, 'grounds') || textIn(words, 'reason'),
    remedyBody: plan.remedy.body,
    remedyLimit: plan.remedy.limit,
    unifiedCode: file.unifiedCode ?? '',
    receiptNo: file.receiptNo ?? '',
    certificateNo: file.certificateNo ?? '',
    verifyUrl: told.verifyUrl(file.certificateNo ?? ''),
    ...ofEvent(told, name),
  };
}

type OfEvent = Pick<
  NoticeFacts,
  | 'letterNo'
  | 'writer'
  | 'missing'
  | 'correctionDue'
  | 'procedure'
  | 'days'
  | 'on'
  | 'place'
  | 'stage'
  | 'workItem'
  | 'without'
  | 'year'
  | 'score'
  | 'rating'
  | 'leadsTo'
  | 'measure'
  | 'amount'
  | 'result'
  | 'answer'
  | 'complaint'
  | 'handling'
  | 'handlingDue'
  | 'incident'
  | 'happenedAt'
  | 'hurt'
  | 'late'
  | 'report'
  | 'suspendedFor'
  | 'condition'
  | 'danger'
  | 'documents'
>;

/** What only the event itself can say. */
function ofEvent({ file, events, words }: Told, name: NameOf): OfEvent {
  const event = events.at(-1);
  const letter = file.letters.find(({ seq }) => seq === event?.seq);
  const item = event && 'item' in event && event.item !== null ? file.items[event.item] : undefined;
  return {
    letterNo: letter?.no ?? '',
    writer: name(letter?.unit),
    missing: missingIn(words),
    correctionDue: dayOf(correctionDueIn(file)),
    procedure: event?.type === 'procedureOrdered' ? steps[event.procedure] : blank,
    days: daysOf(file, event),
    on: dayOf(onOf(event)),
    place: textIn(words, 'place'),
    stage: event?.type === 'remanded' ? stages[event.to] : blank,
    workItem: item ? workItemOf(item, name) : decisionOf(file, event, name),
    without: silentUnits(events).map(name),
    answer: textIn(words, 'answer'),
    suspendedFor: suspendedFor(event),
    condition: textIn(words, 'condition'),
    danger: textIn(words, 'danger'),
    report: textIn(words, 'report'),
    documents: documentsOf(file, event),
    ...ofIncident(event),
    ...handled(file, event, name),
    ...ofLife(file, event),
  };
}

type OfLife = Pick<NoticeFacts, 'year' | 'score' | 'rating' | 'leadsTo' | 'measure' | 'amount' | 'result'>;

/** What an event of an institution's life says: its evaluation, a second inspection, its exit. */
function ofLife({ itinerary }: CaseFile, event: CaseEvent | undefined): OfLife {
  const { life } = itinerary;
  const rated = event?.type === 'ratingProposed' || event?.type === 'ratingConfirmed' ? event : null;
  const rules = evaluationRulesIn(itinerary);
  const rating = rules?.ratings.find(({ id }) => id === rated?.rating)?.name;
  const leaving = event?.type === 'exitProposed' || event?.type === 'exitDecided';
  return {
    year: life?.kind === 'evaluation' ? String(life.year) : '',
    score: String(rated?.score ?? ''),
    rating: rating ?? (rated ? notRated : blank),
    leadsTo: rated ? consequences[rated.leadsTo] : blank,
    measure: life?.kind === 'support' ? life.measure.name : leaving ? exitMeasures[event.measure] : blank,
    amount: amountOf(event),
    result: resultOf(event),
  };
}

function resultOf(event: CaseEvent | undefined): Label {
  if (event?.type === 'complaintAnswered') return complaintResults[event.result];
  if (event?.type === 'incidentConcluded') return incidentResults[event.result];
  return event?.type === 'reinspected' ? results[event.result] : blank;
}

/** The day that an event speaks of. */
function onOf(event: CaseEvent | undefined): string | null {
  if (event?.type === 'suspensionDecided') return event.decidedOn;
  if (event?.type === 'suspensionLifted') return event.liftedOn;
  if (isOfStaff(event)) return event.expiresOn;
  return event && 'on' in event ? event.on : null;
}

function suspendedFor(event: CaseEvent | undefined): number {
  const isTold = event?.type === 'suspensionProposed' || event?.type === 'suspensionDecided';
  return isTold ? (event.days ?? 0) : 0;
}

type Handled = Pick<NoticeFacts, 'complaint' | 'handling' | 'handlingDue'>;

/** Who deals with a complaint or an incident. */
function handled({ items, asked }: CaseFile, event: CaseEvent | undefined, name: NameOf): Handled {
  const complaint = event && 'complaint' in event ? event.complaint : '';
  const item = Object.values(items).find(({ step, stepId }) =>
    event?.type === 'incidentReported'
      ? stepId === `followUpIncident-${event.seq}`
      : isOfStaff(event)
        ? stepId === `orderRectification-${event.seq}`
        : step === 'handleComplaint' && asked[stepId]?.about === complaint,
  );
  return { complaint, handling: name(item?.unit), handlingDue: dayOf(item?.deadline.due) };
}

function isOfStaff(event: CaseEvent | undefined) {
  return event?.type === 'staffDocumentsExpiring' || event?.type === 'staffDocumentsExpired';
}

/** Nobody's name: the institution knows whom an id stands for. */
function documentsOf(file: CaseFile, event: CaseEvent | undefined): Label {
  const rules = staffRulesIn(file);
  if (!rules || !isOfStaff(event)) return blank;
  const nameOf = (list: readonly { readonly id: string; readonly name: Label }[], id: string | undefined) =>
    list.find((entry) => entry.id === id)?.name ?? blank;
  const named = event.documents.map(({ member, document }) => {
    const role = staffOf(file).find((each) => each.member === member)?.role;
    return { member, role: nameOf(rules.roles, role), document: nameOf(rules.documents, document) };
  });
  return {
    zh: named.map(({ member, role, document }) => `${role.zh}${member}的${document.zh}`).join('、'),
    en: named.map(({ member, role, document }) => `${document.en} of ${role.en} ${member}`).join(', '),
  };
}

type OfIncident = Pick<NoticeFacts, 'incident' | 'happenedAt' | 'hurt' | 'late'>;

function ofIncident(event: CaseEvent | undefined): OfIncident {
  if (event?.type !== 'incidentReported') return { incident: blank, happenedAt: blank, hurt: 0, late: false };
  const { kind, happenedAt, hurt, late } = event;
  return { incident: incidentKinds[kind], happenedAt: momentInWords(happenedAt), hurt, late };
}

const complainant: Label = { zh: '投诉人', en: 'whoever complained' };
const unitsConcerned: Label = { zh: '各有关单位', en: 'the units concerned' };

function amountOf(event: CaseEvent | undefined): Label {
  if (event?.type !== 'supportDecided' || event.yuan === null) return blank;
  return { zh: `，${event.yuan} 元`, en: `, ${event.yuan} yuan` };
}

const notRated: Label = { zh: '不予评定', en: 'Not rated' };
const results = { passed: { zh: '通过', en: 'passed' }, failed: { zh: '未通过', en: 'failed' } };

function workItemOf({ id, step, unit, deadline, limitPassed }: WorkItem, name: NameOf): Late {
  const { due } = deadline;
  return { id, step: steps[step], unit: name(unit), due: dateInWords(due), dueOn: due, passed: limitPassed };
}

/** The decision that a warning is about before anybody is asked for it. */
function decisionOf(file: CaseFile, event: CaseEvent | undefined, name: NameOf): Late | null {
  if (event?.type !== 'decisionWarned') return null;
  const { due } = event;
  return {
    id: `${file.caseId}.decision`,
    step: steps.decide,
    unit: name(stepOf(file, 'draft')?.unit),
    due: dateInWords(due),
    dueOn: due,
    passed: dateInShanghai(event.at) > due,
  };
}

function isWarning(event: CaseEvent | undefined) {
  return event?.type === 'warned' || event?.type === 'decisionWarned';
}

/** A warning may go to officials, of the unit that is late or of one that watches over it. */
function addresseeOf({ file, events, application }: Told, name: NameOf): Addressee {
  const event = events.at(-1);
  const recipient = event ? recipientOf(event, file) : { kind: 'applicant' as const };
  if (recipient.kind === 'complainant') return { kind: 'complainant', name: complainant };
  if (recipient.kind === 'units') return { kind: 'colleagues', name: unitsConcerned };
  if (!isWarning(event) || recipient.kind === 'applicant') {
    const organisation = application?.contact.organisation ?? siteOf(file);
    return { kind: 'applicant', name: { zh: organisation, en: organisation } };
  }
  const late = event.type === 'warned' ? file.items[event.item]?.unit : stepOf(file, 'draft')?.unit;
  return { kind: 'colleagues', name: name(recipient.kind === 'person' ? late : (recipient.unit ?? late)) };
}

/** Whose opinion the decision did without: as the draft that was signed says it. */
function silentUnits(events: readonly CaseEvent[]): readonly UnitId[] {
  const draft = events.findLast(({ type }) => type === 'decisionDrafted');
  return draft?.type === 'decisionDrafted' ? (draft.without ?? []) : [];
}

function correctionDueIn({ items }: CaseFile): string | undefined {
  return Object.values(items).findLast(({ step }) => step === 'correct')?.deadline.due;
}

/** A site goes by its own name until its institution is known. */
function siteOf({ itinerary: { life } }: CaseFile): string {
  return life?.kind === 'construction' ? life.site.name : '';
}

function daysOf(file: CaseFile, event: CaseEvent | undefined): number {
  if (event?.type === 'procedureOrdered' || event?.type === 'rectificationOrdered') return event.days;
  if (
    event?.type === 'ratingProposed' ||
    event?.type === 'exitProposed' ||
    event?.type === 'suspensionProposed' ||
    event?.type === 'lossProposed' ||
    event?.type === 'supportEndProposed'
  ) {
    const right = 'hearing' in event && event.hearing ? 'requestHearing' : 'contest';
    return file.itinerary.sideRules?.clocks[right]?.limit ?? 0;
  }
  if (event?.type !== 'extensionGranted') return 0;
  const about = file.asked[file.items[event.item]?.stepId ?? '']?.about ?? '';
  return file.extensions[file.items[about]?.deadline.rule ?? ''] ?? 0;
}

function missingIn({ missing }: Words): NoticeFacts['missing'] {
  return Array.isArray(missing) ? (missing as NoticeFacts['missing']) : [];
}

function textIn(words: Words, name: string): string {
  const text = words[name];
  return typeof text === 'string' ? text : '';
}

function dayOf(date: string | null | undefined): Label {
  return date ? dateInWords(date) : blank;
}

function stepOf(file: CaseFile, step: string) {
  return file.itinerary.stages.flatMap((stage) => stage.steps).find((each) => each.step === step);
}

function limitOf(file: CaseFile): Label {
  const clock = stepOf(file, 'decide')?.clock;
  if (!clock) return blank;
  const unit = limitUnits[clock.unit];
  return {
    zh: `自受理之日起${clock.limit}${unit.zh}（${clock.basis.clause}）`,
    en: `${clock.limit} ${unit.en} of acceptance (${clock.basis.clause})`,
  };
}
