import type { CaseFile } from './caseFile';
import {
  extensionDeclined,
  extensionForwarded,
  extensionGranted,
  extensionRequested,
} from './changes/extensions';
import { accepted, corrected, correctionRequested, deemedAccepted, restarted } from './changes/acceptance';
import { deadlineMoved, decisionWarned, isOfTimeAlone, warned } from './changes/clocks';
import { decided, drafted, draftReturned, signedOff } from './changes/decision';
import { answered, ask, change, close, opened } from './changes/items';
import { endorsementDeclined, registered, registrationDeclined } from './changes/registration';
import { served, toBeServed, written } from './changes/letters';
import { ended, hearingOffered, hearingRequested, ordered, scheduled } from './changes/procedures';
import { repaired, repairProposed } from './changes/repairs';
import { amended } from './changes/amendment';
import { backTo, filedAgain } from './changes/returns';
import { takenOver } from './changes/takeOver';
import { nothingScored } from './changes/evaluation';
import { newConstruction } from './changes/construction';
import { licenceIssued } from './changes/term';
import { isOfLife, lived } from './changes/life';
import type { CaseEvent } from './event';
import { newSupervision } from './planLife';
import { newSupport } from './support';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** Folds further events into a case file; events at or below its number are passed over. */
export function fold(file: CaseFile | null, events: readonly CaseEvent[], caseId: string): CaseFile {
  let state = file;
  for (const event of events) {
    if (state && event.seq <= state.seq) continue;
    if (event.seq !== (state?.seq ?? 0) + 1) {
      throw new RangeError(`Case ${caseId}: event ${event.seq} cannot follow ${state?.seq ?? 0}`);
    }
    const version = isOfTimeAlone(event) ? (state?.version ?? 0) : event.seq;
    state = { ...apply(state, event, caseId), seq: event.seq, version, lastAt: event.at };
  }
  if (!state) throw new RangeError(`Case ${caseId} has no events`);
  return state;
}

function apply(state: CaseFile | null, event: CaseEvent, caseId: string): CaseFile {
  if (isFirst(event)) {
    if (state) throw new RangeError(`Case ${caseId} was submitted before`);
    const begun = begin(event, caseId);
    return event.type === 'takenOver' ? takenOver(begun, event) : begun;
  }
  if (!state) throw new RangeError(`Case ${caseId} does not begin with a submission`);
  return step(state, event);
}

/** How a case can begin. */
const firstTypes = ['submitted', 'takenOver', 'begun'] as const;
type First = Extract<CaseEvent, { readonly type: (typeof firstTypes)[number] }>;

/** Whether an event is one by which a case begins: it carries the itinerary. */
export function isFirst(event: CaseEvent): event is First {
  return firstTypes.some((type) => type === event.type);
}

function begin(event: First, caseId: string): CaseFile {
  const first = event.itinerary.stages[0];
  if (!first) throw new RangeError(`Case ${caseId}: an itinerary needs a stage`);
  return {
    caseId,
    seq: 0,
    version: 0,
    lastAt: event.at,
    round: 1,
    stage: first.stage,
    outcome: null,
    organisation: event.organisation,
    ...counterOf(event),
    itinerary: event.itinerary,
    items: {},
    current: {},
    asked: {},
    dates: {
      receipt: event.type === 'submitted' ? event.receivedOn : event.on,
      acceptance: null,
      decision: null,
      registration: null,
      filingReceived: null,
    },
    returnedOn: null,
    restartedOn: {},
    correction: null,
    procedures: [],
    extensionsAsked: {},
    extensions: {},
    decisionWarned: [],
    draft: null,
    examiners: [],
    answeredFindings: [],
    objections: [],
    letters: [],
    repair: null,
    decisionNo: null,
    unifiedCode: null,
    receiptNo: null,
    certificateNo: null,
    ...lifeOf(event),
  };
}

function counterOf(event: First): Pick<CaseFile, 'counter'> {
  const { unit } = event.actor;
  return event.type === 'submitted' && event.channel === 'counter' && unit !== null ? { counter: unit } : {};
}

function lifeOf(event: First): Pick<CaseFile, 'supervision' | 'evaluation' | 'construction' | 'support'> {
  const { life } = event.itinerary;
  if (!life || event.type !== 'begun') return {};
  if (life.kind === 'supervision') return { supervision: newSupervision(life, event.on) };
  if (life.kind === 'construction') return { construction: newConstruction(life, event.on) };
  if (life.kind === 'support') return { support: newSupport };
  return { evaluation: nothingScored };
}

/** One case a kind of event, in the order of the process. */
function step(file: CaseFile, event: Exclude<CaseEvent, First>): CaseFile {
  if (isOfLife(event)) return lived(file, event);
  switch (event.type) {
    case 'stageOpened':
      return opened(file, event.stage, event.items, event);
    case 'sideStepsOpened':
      return opened(file, file.stage, event.items, event);
    case 'accepted':
      return written(accepted(file, event), event, 'accepted', event.letter);
    case 'deemedAccepted':
      return deemedAccepted(file, event);
    case 'notAccepted':
      return written(close(answered(file, event), 'notAccepted', event), event, 'notAccepted', event.letter);
    case 'correctionRequested':
      return correctionRequested(file, event);
    case 'corrected':
      return corrected(file, event);
    case 'claimed':
      return change(file, event.item, { assignee: event.actor.sub, version: event.seq });
    case 'released':
      return change(file, event.item, { assignee: null, version: event.seq });
    case 'delegated':
    case 'reassigned':
      return change(file, event.item, { assignee: event.to, version: event.seq });
    case 'signedOff':
      return signedOff(file, event);
    case 'objectionAnswered':
    case 'advised':
    case 'hearingWaived':
    case 'endorsed':
    case 'registrationPushed':
    case 'conformityConfirmed':
      return answered(file, event);
    case 'limitPassed':
      return change(file, event.item, { limitPassed: true, version: event.seq });
    case 'rightLapsed':
      return change(file, event.item, { limitPassed: true, status: 'closed', version: event.seq });
    case 'warned':
      return warned(file, event);
    case 'decisionWarned':
      return decisionWarned(file, event);
    case 'procedureOrdered':
      return written(ordered(file, event), event, 'procedure', event.letter);
    case 'procedureScheduled':
      return written(scheduled(file, event), event, 'hearingNotice', event.letter);
    case 'procedureRecorded':
    case 'procedureCalledOff':
      return ended(file, event);
    case 'hearingOffered':
      return hearingOffered(file, event);
    case 'hearingRequested':
      return hearingRequested(file, event);
    case 'decisionDrafted':
      return drafted(file, event);
    case 'draftReturned':
      return draftReturned(file, event);
    case 'decided':
      return decided(file, event);
    case 'extensionRequested':
      return extensionRequested(file, event);
    case 'extensionForwarded':
      return extensionForwarded(file, event);
    case 'extensionGranted':
      return written(extensionGranted(file, event), event, 'extension', event.letter);
    case 'extensionDeclined':
      return extensionDeclined(file, event);
    case 'consulted': {
      const { unit, role, item } = event;
      return ask(file, event, 'advise', { unit, role, about: item });
    }
    case 'remanded':
      return backTo(file, event.to, event);
    case 'amended':
      return amended(file, event);
    case 'endorsementDeclined':
      return endorsementDeclined(file, event);
    case 'registered':
      return registered(file, event);
    case 'registrationDeclined':
      return registrationDeclined(file, event);
    case 'reapplied':
      return restarted(answered(file, event), event.item, event);
    case 'filed':
      return { ...answered(file, event), dates: { ...file.dates, filingReceived: event.receivedOn } };
    case 'receiptIssued':
      return { ...answered(file, event), receiptNo: event.no };
    case 'nonConforming':
      return written(filedAgain(answered(file, event)), event, 'nonConforming', event.letter);
    case 'licenceIssued':
      return licenceIssued(file, event);
    case 'withdrawn':
      return close(file, 'withdrawn', event);
    case 'deadlineMoved':
      return deadlineMoved(file, event);
    case 'letterServed':
      return served(file, event);
    case 'serviceFailed':
      return toBeServed(file, event, event.letter);
    case 'repairProposed':
      return repairProposed(file, event);
    case 'repaired':
      return repaired(file, event);
    case 'repairDeclined':
      return { ...answered(file, event), repair: null };
    case 'rulesPinned':
      return rulesPinned(file, event);
    case 'intervened':
      return file;
  }
}

function rulesPinned(file: CaseFile, { sideRules, life, stages }: Of<'rulesPinned'>): CaseFile {
  const pinned = { sideRules, ...(life && { life }), ...(stages && { stages }) };
  return { ...file, itinerary: { ...file.itinerary, ...pinned } };
}
