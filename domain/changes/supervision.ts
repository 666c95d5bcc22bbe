import type { CaseFile, WorkItem } from '../caseFile';
import type { CaseEvent } from '../event';
import { APPLICANT, supervisionLife } from '../itinerary';
import { isLeaving } from '../lifeDates';
import { nextVisitsOf } from '../planLife';
import { type Exit, type PastEvaluation, severities, type Severity } from '../supervision';
import type { Step } from '../vocabulary';
import { answered, ask, askedOf, change, close, closeAllBut, closeAskedIn, itemOf } from './items';
import { writtenToServe } from './letters';
import { withoutThoseWhoLeft } from './staff';
import { supervised, supervisedBy, supervisionOf } from './supervised';
import { isBehindSuspension } from './suspension';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** The day of a visit has come: its unit is asked for it. */
export function visitDue(file: CaseFile, event: Of<'visitDue'>): CaseFile {
  const { visit: id, next } = event;
  const { nextVisits } = supervisionOf(file);
  const unit = supervisionLife(file.itinerary).visits.find((visit) => visit.id === id)?.unit;
  if (unit === undefined) throw new RangeError(`Case ${file.caseId} has no visit ${id}`);
  return ask(supervised(file, { nextVisits: { ...nextVisits, [id]: next } }), event, 'visit', {
    unit,
    about: id,
  });
}

/** Somebody calls for a visit besides the rounds: unannounced, joint, after a complaint or an incident. */
export function visitCalled(file: CaseFile, event: Of<'visitCalled'>): CaseFile {
  const { unit, units = [], about = event.ground } = event;
  return [unit, ...units].reduce(
    (asked, each, place) => ask(asked, event, 'visit', { unit: each, about }, place),
    file,
  );
}

/** The public complained: the unit of the plan is asked to see to it. */
export function complaintReceived(file: CaseFile, event: Of<'complaintReceived'>): CaseFile {
  const unit = supervisedBy(file).complaints;
  return ask(file, event, 'handleComplaint', { unit, about: event.complaint });
}

/** What is founded is dealt with as if a visit had found it. */
export function complaintAnswered(file: CaseFile, event: Of<'complaintAnswered'>): CaseFile {
  return withFinding(answered(file, event), event, event.severity);
}

/** What was found is for somebody of the same unit to deal with. */
export function visited(file: CaseFile, event: Of<'visited'>): CaseFile {
  return withFinding(answered(file, event), event, gravestOf(event.severities) ?? null);
}

/** Whoever found something deals with it; an institution that leaves has nothing to rectify any more. */
function withFinding(
  file: CaseFile,
  event: Of<'visited' | 'complaintAnswered' | 'incidentConcluded'>,
  severity: Severity | null,
): CaseFile {
  if (severity === null || isLeaving(file)) return file;
  const { findings } = supervisionOf(file);
  const { unit } = itemOf(file, event.item);
  const found = supervised(file, { findings: { ...findings, [event.item]: severity } });
  return ask(found, event, 'orderRectification', { unit, about: event.item });
}

/** The institution reported an incident: the unit of the plan follows it up. */
export function incidentReported(file: CaseFile, event: Of<'incidentReported'>): CaseFile {
  return ask(file, event, 'followUpIncident', {
    unit: supervisedBy(file).incidents.followedUpBy,
    about: event.kind,
  });
}

export function incidentConcluded(file: CaseFile, event: Of<'incidentConcluded'>): CaseFile {
  return withFinding(answered(file, event), event, event.severity);
}

/** The order is served, and its days count from there. */
export function rectificationOrdered(file: CaseFile, event: Of<'rectificationOrdered'>): CaseFile {
  const told = writtenToServe(answered(file, event), event, 'rectification', event.letter);
  const given = { ...supervisionOf(file).given, [`rectify-${event.seq}`]: event.days };
  return ask(supervised(told, { given }), event, 'rectify', { unit: APPLICANT, about: event.item });
}

/** Whoever ordered it looks again. */
export function rectificationReported(file: CaseFile, event: Of<'rectificationReported'>): CaseFile {
  const { about } = askedOf(file, itemOf(file, event.item));
  const { unit } = itemOf(file, about);
  return ask(answered(file, event), event, 'reinspect', { unit, about: event.item });
}

/**
 * What is rectified after a suspension lets it be lifted, after an evaluation it is evaluated again; what is not is for
 * the lead to consider.
 */
export function reinspected(file: CaseFile, event: Of<'reinspected'>): CaseFile {
  const noted = answered(file, event);
  if (event.result === 'failed') {
    return ask(noted, event, 'sanction', { unit: file.itinerary.lead, about: event.item });
  }
  if (isBehindSuspension(file, itemOf(file, event.item))) {
    return ask(noted, event, 'lift', { unit: file.itinerary.lead, about: event.item });
  }
  const evaluation = evaluationBehind(file, itemOf(file, event.item));
  if (!evaluation) return noted;
  const { year } = evaluation;
  const no = supervisionOf(file).evaluations.filter((each) => each.year === year).length + 1;
  return supervised(noted, { evaluationDue: { year, no } });
}

export function evaluationDue(file: CaseFile, { year, next }: Of<'evaluationDue'>): CaseFile {
  return supervised(file, { evaluationDue: { year, no: 1 }, nextEvaluation: next });
}

export function evaluationBegun(file: CaseFile, { year, no, evaluation }: Of<'evaluationBegun'>): CaseFile {
  const begun = { year, no, caseId: evaluation, rating: null, endedOn: null };
  const { evaluations } = supervisionOf(file);
  return supervised(file, { evaluationDue: null, evaluations: [...evaluations, begun] });
}

/** What a rating leads to (结果运用) is asked of the lead; nothing unfavourable comes of itself. */
export function evaluationEnded(file: CaseFile, event: Of<'evaluationEnded'>): CaseFile {
  const { evaluation: caseId, rating, leadsTo, on } = event;
  const evaluations = supervisionOf(file).evaluations.map((each) =>
    each.caseId === caseId ? { ...each, rating, endedOn: on } : each,
  );
  const noted = supervised(file, { evaluations });
  const asked = { unit: file.itinerary.lead, about: caseId };
  if (leadsTo === 'rectify') return ask(noted, event, 'orderRectification', asked);
  return leadsTo === 'exit' ? ask(noted, event, 'sanction', asked) : noted;
}

export function exitRequested(file: CaseFile, event: Of<'exitRequested'>): CaseFile {
  return ask(file, event, 'sanction', { unit: file.itinerary.lead, about: 'request' });
}

/** The institution is heard before anything unfavourable; its own wish needs no hearing. */
export function exitProposed(file: CaseFile, event: Of<'exitProposed'>): CaseFile {
  const { item, measure, hearing, letter, actor } = event;
  const exit = { measure, by: actor.sub, decidedOn: null, deregisteredOn: null, closedOn: null };
  const told = writtenToServe(answered(file, event), event, 'exitProposed', letter);
  const signing = ask(supervised(told, { exit }), event, 'decideExit', {
    unit: file.itinerary.lead,
    about: item,
  });
  if (hearing) return ask(signing, event, 'requestHearing', { unit: APPLICANT, about: item });
  return measure === 'closure' ? signing : ask(signing, event, 'contest', { unit: APPLICANT, about: item });
}

/** The proposal waits for its officer again, and with it goes what it had asked for. */
export function exitReturned(file: CaseFile, event: Of<'exitReturned'>): CaseFile {
  const { about } = askedOf(file, itemOf(file, event.item));
  const closed = closeAskedIn(file, about, event);
  return change(supervised(closed, { exit: null }), about, { status: 'open', version: event.seq });
}

/** What an exit does not end. */
const goingOn: readonly Step[] = [
  'serve',
  'confirmRepair',
  'handleComplaint',
  'followUpIncident',
  'followUp',
];

/** From here on supervision is over: where children and staff go comes next. */
export function exitDecided(file: CaseFile, event: Of<'exitDecided'>): CaseFile {
  const over = closeAllBut(answered(file, event), goingOn, event);
  return writtenToServe(leaving(over, { decidedOn: event.decidedOn }), event, 'exitDecided', event.no);
}

export function placementReported(file: CaseFile, event: Of<'placementReported'>): CaseFile {
  const isClosed = event.childrenLeft === 0 && event.staffLeft === 0;
  return isClosed ? answered(file, event) : change(file, event.item, { version: event.seq });
}

export function deregistered(file: CaseFile, event: Of<'deregistered'>): CaseFile {
  return leaving(answered(file, event), { deregisteredOn: event.deregisteredOn });
}

export function filingClosed(file: CaseFile, event: Of<'filingClosed'>): CaseFile {
  return close(leaving(answered(file, event), { closedOn: event.on }), 'exited', event);
}

/** A new year by the plan in force. What is over and leads to nothing open leaves the state; the record keeps it. */
export function yearTurned(file: CaseFile, event: Of<'yearTurned'>): CaseFile {
  const { life, year, on, planVersion, sideRules } = event;
  const { visits } = supervisionLife({ life });
  const nextVisits = nextVisitsOf(visits, on, supervisionOf(file).nextVisits);
  const itinerary = { ...file.itinerary, planVersion, life, sideRules };
  return withoutThoseWhoLeft(supervised(withoutWhatIsOver({ ...file, itinerary }), { year, nextVisits }));
}

/** The evaluation from which an order for rectification came in the end; none where a visit led to it. */
export function evaluationBehind(file: CaseFile, item: WorkItem): PastEvaluation | undefined {
  const about = file.asked[item.stepId]?.about ?? '';
  const before = file.items[about];
  if (before) return evaluationBehind(file, before);
  return file.supervision?.evaluations.find(({ caseId }) => caseId === about);
}

function leaving(file: CaseFile, changes: Partial<Exit>): CaseFile {
  const { exit } = supervisionOf(file);
  return supervised(file, { exit: exit && { ...exit, ...changes } });
}

function gravestOf(found: readonly Severity[]): Severity | undefined {
  const order = Object.keys(severities) as Severity[];
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b)).at(-1);
}

function withoutWhatIsOver(file: CaseFile): CaseFile {
  const kept = new Set<string>();
  const keep = (item: WorkItem | undefined): void => {
    if (!item || kept.has(item.id)) return;
    kept.add(item.id);
    const asked = file.asked[item.stepId];
    const letter = file.letters.find(({ no }) => no === asked?.about);
    keep(file.items[letter?.item ?? asked?.about ?? '']);
  };
  Object.values(file.items)
    .filter(({ status }) => status === 'open')
    .forEach(keep);
  const steps = new Set([...kept].map((id) => file.items[id]?.stepId));
  const { findings, given } = supervisionOf(file);
  const about = [...steps].map((step) => file.asked[step ?? '']?.about);
  const found = new Set([...kept, ...about]);
  return {
    ...supervised(file, { findings: only(findings, found), given: only(given, steps) }),
    items: only(file.items, kept),
    current: only(file.current, steps),
    asked: only(file.asked, steps),
    procedures: file.procedures.filter(({ stepId }) => steps.has(stepId)),
  };
}

function only<T>(
  record: Readonly<Record<string, T>>,
  keys: ReadonlySet<string | undefined>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
}
