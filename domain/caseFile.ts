import type { Deadline } from './deadline';
import type { CaseEvent, DecisionResult, OpenedItem } from './event';
import type { Itinerary } from './itinerary';
import type { UnitId } from './plan';
import type { Outcome, Stage, Step } from './vocabulary';

/** `open` waits for its unit, `done` was answered, `closed` was overtaken by another act. */
export type WorkItemStatus = 'open' | 'done' | 'closed';

export interface WorkItem {
  readonly id: string;
  readonly stepId: string;
  readonly step: Step;
  readonly stage: Stage;
  readonly unit: UnitId;
  readonly round: number;
  readonly deadline: Deadline;
  readonly status: WorkItemStatus;
  /** The limit has passed, and the record says so. */
  readonly limitPassed: boolean;
  readonly openedAt: string;
  /** The number of the event that changed it last; its ETag. */
  readonly version: number;
}

/** The state of a case: nothing but the fold of its events. */
export interface CaseFile {
  readonly caseId: string;
  readonly seq: number;
  readonly lastAt: string;
  readonly round: number;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly organisation: string;
  readonly itinerary: Itinerary;
  readonly items: Readonly<Record<string, WorkItem>>;
  /** The work item that stands for a step now, by step id; a remand empties the later ones. */
  readonly current: Readonly<Record<string, string>>;
  readonly dates: {
    readonly receipt: string;
    readonly acceptance: string | null;
    readonly decision: string | null;
    readonly registration: string | null;
    readonly filingReceived: string | null;
  };
  readonly draft: { readonly by: string; readonly result: DecisionResult } | null;
  readonly answeredFindings: readonly string[];
  readonly objections: readonly UnitId[];
  readonly decisionNo: string | null;
  readonly unifiedCode: string | null;
  readonly receiptNo: string | null;
  readonly certificateNo: string | null;
}

/** Folds further events into a case file; events at or below its number are passed over. */
export function fold(file: CaseFile | null, events: readonly CaseEvent[], caseId: string): CaseFile {
  let state = file;
  for (const event of events) {
    if (state && event.seq <= state.seq) continue;
    if (event.seq !== (state?.seq ?? 0) + 1) {
      throw new RangeError(`Case ${caseId}: event ${event.seq} cannot follow ${state?.seq ?? 0}`);
    }
    state = { ...apply(state, event, caseId), seq: event.seq, lastAt: event.at };
  }
  if (!state) throw new RangeError(`Case ${caseId} has no events`);
  return state;
}

function apply(state: CaseFile | null, event: CaseEvent, caseId: string): CaseFile {
  if (event.type === 'submitted') {
    if (state) throw new RangeError(`Case ${caseId} was submitted before`);
    return begin(event, caseId);
  }
  if (!state) throw new RangeError(`Case ${caseId} does not begin with a submission`);
  return step(state, event);
}

function begin(event: CaseEvent & { type: 'submitted' }, caseId: string): CaseFile {
  const first = event.itinerary.stages[0];
  if (!first) throw new RangeError(`Case ${caseId}: an itinerary needs a stage`);
  return {
    caseId,
    seq: 0,
    lastAt: event.at,
    round: 1,
    stage: first.stage,
    outcome: null,
    organisation: event.organisation,
    itinerary: event.itinerary,
    items: {},
    current: {},
    dates: {
      receipt: event.receivedOn,
      acceptance: null,
      decision: null,
      registration: null,
      filingReceived: null,
    },
    draft: null,
    answeredFindings: [],
    objections: [],
    decisionNo: null,
    unifiedCode: null,
    receiptNo: null,
    certificateNo: null,
  };
}

function step(file: CaseFile, event: Exclude<CaseEvent, { type: 'submitted' }>): CaseFile {
  switch (event.type) {
    case 'stageOpened':
      return opened(file, event.stage, event.items, event);
    case 'accepted':
    case 'deemedAccepted':
      return { ...answered(file, event), dates: { ...file.dates, acceptance: event.acceptedOn } };
    case 'notAccepted':
      return close(answered(file, event), 'notAccepted', event.seq);
    case 'signedOff':
      return signedOff(answered(file, event), event);
    case 'limitPassed':
      return change(file, event.item, { limitPassed: true, version: event.seq });
    case 'decisionDrafted':
      return {
        ...answered(file, event),
        draft: { by: event.actor.sub, result: event.result },
        answeredFindings: [...file.answeredFindings, ...event.answered],
      };
    case 'draftReturned':
      return redraft(file, event.item, event.seq);
    case 'decided':
      return decided(file, event);
    case 'endorsed':
    case 'registrationPushed':
    case 'conformityConfirmed':
      return answered(file, event);
    case 'registered':
      return {
        ...answered(file, event),
        unifiedCode: event.unifiedCode,
        dates: { ...file.dates, registration: event.registeredOn },
      };
    case 'filed':
      return { ...answered(file, event), dates: { ...file.dates, filingReceived: event.receivedOn } };
    case 'receiptIssued':
      return { ...answered(file, event), receiptNo: event.no };
    case 'licenceIssued':
      return close({ ...answered(file, event), certificateNo: event.no }, 'certified', event.seq);
    case 'withdrawn':
      return close(file, 'withdrawn', event.seq);
    case 'deadlineMoved':
      return change(file, event.item, { deadline: event.deadline, version: event.seq });
  }
}

function opened(file: CaseFile, stage: Stage, items: readonly OpenedItem[], event: CaseEvent): CaseFile {
  const added = items.map((item): WorkItem => ({
    ...item,
    stage,
    round: file.round,
    status: 'open',
    limitPassed: false,
    openedAt: event.at,
    version: event.seq,
  }));
  return {
    ...file,
    stage,
    items: { ...file.items, ...Object.fromEntries(added.map((item) => [item.id, item])) },
    current: { ...file.current, ...Object.fromEntries(added.map((item) => [item.stepId, item.id])) },
  };
}

function change(file: CaseFile, id: string, changes: Partial<WorkItem>): CaseFile {
  const item = file.items[id];
  if (!item) throw new RangeError(`Case ${file.caseId} has no work item ${id}`);
  return { ...file, items: { ...file.items, [id]: { ...item, ...changes } } };
}

function answered(file: CaseFile, event: { readonly item: string; readonly seq: number }): CaseFile {
  return change(file, event.item, { status: 'done', version: event.seq });
}

function signedOff(file: CaseFile, event: CaseEvent & { type: 'signedOff' }): CaseFile {
  const unit = file.items[event.item]?.unit;
  return {
    ...file,
    answeredFindings: [...file.answeredFindings, ...event.answered],
    objections: event.opinion === 'object' && unit ? [...file.objections, unit] : file.objections,
  };
}

/** The draft waits for its officer again; the signature is asked for anew once it is redrafted. */
function redraft(file: CaseFile, decideItem: string, seq: number): CaseFile {
  const draftItem = file.current.draft;
  if (!draftItem) throw new RangeError(`Case ${file.caseId} has no draft to return`);
  const { decide: _, ...current } = file.current;
  const returned = change(file, decideItem, { status: 'closed', version: seq });
  return { ...change(returned, draftItem, { status: 'open', version: seq }), current, draft: null };
}

function decided(file: CaseFile, event: CaseEvent & { type: 'decided' }): CaseFile {
  const signed: CaseFile = {
    ...closeOpenItems(answered(file, event), event.seq),
    decisionNo: event.no,
    dates: { ...file.dates, decision: event.decidedOn },
  };
  return event.result === 'granted' ? signed : close(signed, 'refused', event.seq);
}

function close(file: CaseFile, outcome: Outcome, seq: number): CaseFile {
  return { ...closeOpenItems(file, seq), outcome };
}

function closeOpenItems(file: CaseFile, seq: number): CaseFile {
  const items = Object.values(file.items).map((item): WorkItem =>
    item.status === 'open' ? { ...item, status: 'closed', version: seq } : item,
  );
  return { ...file, items: Object.fromEntries(items.map((item) => [item.id, item])) };
}
