import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { CaseEvent } from '../../domain/event';
import { dateInShanghai } from '../../domain/civilDate';
import { dateInWords } from '../../domain/dateInWords';
import type { Label } from '../../domain/label';
import type { Plan, UnitId } from '../../domain/plan';
import { recipientOf } from '../../domain/notice';
import { unitNameOf } from '../../domain/unitName';
import { limitUnits, stages, steps } from '../../domain/vocabulary';
import type { StoredApplication } from '../personal/storedApplication';
import { blank, dayOf, type NameOf } from './blank';
import { isOfStaff, ofLifeEvent, type OfLifeEvent } from './lifeFacts';
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

type OfEvent = OfLifeEvent &
  Pick<
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
    | 'counter'
    | 'workItem'
    | 'without'
    | 'answer'
    | 'report'
    | 'condition'
    | 'danger'
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
    counter: event?.type === 'withdrawn' && event.channel ? name(event.actor.unit) : blank,
    without: silentUnits(events).map(name),
    answer: textIn(words, 'answer'),
    condition: textIn(words, 'condition'),
    danger: textIn(words, 'danger'),
    report: textIn(words, 'report'),
    ...ofLifeEvent(file, event, name),
  };
}

/** The day that an event speaks of. */
function onOf(event: CaseEvent | undefined): string | null {
  if (event?.type === 'suspensionDecided') return event.decidedOn;
  if (event?.type === 'suspensionLifted') return event.liftedOn;
  if (isOfStaff(event)) return event.expiresOn;
  return event && 'on' in event ? event.on : null;
}

const complainant: Label = { zh: '投诉人', en: 'whoever complained' };
const unitsConcerned: Label = { zh: '各有关单位', en: 'the units concerned' };

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
