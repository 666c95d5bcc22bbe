import type { CaseFile } from '../../domain/caseFile';
import { momentInWords } from '../../domain/dateInWords';
import { consequences } from '../../domain/evaluation';
import type { CaseEvent } from '../../domain/event';
import { evaluationRulesIn } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import { staffOf, staffRulesIn } from '../../domain/staff';
import { complaintResults, exitMeasures, incidentKinds, incidentResults } from '../../domain/supervision';
import { blank, dayOf, type NameOf } from './blank';
import type { NoticeFacts } from './notice';

export type OfLifeEvent = OfLife & OfIncident & Handled & Pick<NoticeFacts, 'suspendedFor' | 'documents'>;

/** What only an event of an institution's life can say. */
export function ofLifeEvent(file: CaseFile, event: CaseEvent | undefined, name: NameOf): OfLifeEvent {
  return {
    suspendedFor: suspendedFor(event),
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

export function isOfStaff(event: CaseEvent | undefined) {
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

function amountOf(event: CaseEvent | undefined): Label {
  if (event?.type !== 'supportDecided' || event.yuan === null) return blank;
  return { zh: `，${event.yuan} 元`, en: `, ${event.yuan} yuan` };
}

const notRated: Label = { zh: '不予评定', en: 'Not rated' };
const results = { passed: { zh: '通过', en: 'passed' }, failed: { zh: '未通过', en: 'failed' } };
