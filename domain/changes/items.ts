import type { AskedStep, CaseFile, WorkItem } from '../caseFile';
import { dateInShanghai } from '../civilDate';
import type { CaseEvent, OpenedItem } from '../event';
import type { UnitId } from '../plan';
import type { SideStep } from '../sideStep';
import type { Outcome, Stage, Step } from '../vocabulary';

type Numbered = Pick<CaseEvent, 'seq'>;
type Dated = Pick<CaseEvent, 'seq' | 'at'>;

export function opened(file: CaseFile, stage: Stage, items: readonly OpenedItem[], event: Dated): CaseFile {
  const added = items.map((item): WorkItem => ({
    ...item,
    rungs: item.rungs ?? [],
    stage,
    round: file.round,
    status: 'open',
    limitPassed: false,
    stopped: item.stopped ?? false,
    warned: [],
    assignee: null,
    openedAt: event.at,
    openedSeq: event.seq,
    version: event.seq,
  }));
  return {
    ...file,
    stage,
    items: { ...file.items, ...Object.fromEntries(added.map((item) => [item.id, item])) },
    current: { ...file.current, ...Object.fromEntries(added.map((item) => [item.stepId, item.id])) },
  };
}

/** @throws RangeError where the case has no such work item */
export function itemOf(file: CaseFile, id: string): WorkItem {
  const item = file.items[id];
  if (!item) throw new RangeError(`Case ${file.caseId} has no work item ${id}`);
  return item;
}

export function change(file: CaseFile, id: string, changes: Partial<WorkItem>): CaseFile {
  return { ...file, items: { ...file.items, [id]: { ...itemOf(file, id), ...changes } } };
}

export function answered(file: CaseFile, event: Numbered & { readonly item: string }): CaseFile {
  return change(file, event.item, { status: 'done', version: event.seq });
}

/** What waits for a second person is returned: the item in which it was drafted opens again, and is asked to be signed anew. */
export function returnedTo(
  file: CaseFile,
  drafted: string,
  { item, seq }: Numbered & { readonly item: string },
): CaseFile {
  const { stepId } = itemOf(file, item);
  const current = Object.fromEntries(Object.entries(file.current).filter(([id]) => id !== stepId));
  const returned = change({ ...file, current }, item, { status: 'closed', version: seq });
  return change(returned, drafted, { status: 'open', version: seq });
}

/** Closes the open ones of these items. What stops a clock ends with its item, without a result. */
export function closeItems(file: CaseFile, items: readonly WorkItem[], { seq, at }: Dated): CaseFile {
  const closed = items
    .filter(({ status }) => status === 'open')
    .map((item): WorkItem => ({ ...item, status: 'closed', version: seq }));
  const steps = new Set(closed.map(({ stepId }) => stepId));
  return {
    ...file,
    items: { ...file.items, ...Object.fromEntries(closed.map((item) => [item.id, item])) },
    procedures: file.procedures.map((run) =>
      steps.has(run.stepId) ? { ...run, to: dateInShanghai(at) } : run,
    ),
  };
}

/** Closes all that is open but some steps. */
export function closeAllBut(file: CaseFile, steps: readonly Step[], event: Dated): CaseFile {
  const closing = Object.values(file.items).filter(({ step }) => !steps.includes(step));
  return closeItems(file, closing, event);
}

/** Closes what was asked for in a work item that is answered now; its letters are still to be served. */
export function closeAskedIn(file: CaseFile, about: string, event: Dated): CaseFile {
  const asked = Object.values(file.items).filter(
    ({ step, stepId }) => step !== 'serve' && file.asked[stepId]?.about === about,
  );
  return closeItems(file, asked, event);
}

/** The case ends. Letters stay to be served whatever becomes of it. */
export function close(file: CaseFile, outcome: Outcome, event: Dated): CaseFile {
  return { ...closeAllBut(file, ['serve'], event), outcome };
}

/**
 * Notes that an act asks for a step besides the itinerary; it opens in the same transaction.
 * @param place which of the steps that one event asks for, from 0: `visit-12`, `visit-12-1`
 */
export function ask(
  file: CaseFile,
  event: Numbered,
  step: SideStep,
  to: { readonly unit: UnitId; readonly about: string; readonly role?: AskedStep['role'] },
  place = 0,
): CaseFile {
  const id = `${step}-${event.seq}${place === 0 ? '' : `-${place}`}`;
  return { ...file, asked: { ...file.asked, [id]: { id, step, ...to } as AskedStep } };
}

/** By which event a step was asked for, of the id that `ask` gave it; none for a step of the itinerary. */
export function askingEvent(stepId: string): number | undefined {
  const seq = /^[a-z]+-(\d+)(-\d+)?$/i.exec(stepId)?.[1];
  return seq === undefined ? undefined : Number(seq);
}

/** What an item's step was asked for. @throws RangeError for a step of the itinerary */
export function askedOf(file: CaseFile, item: Pick<WorkItem, 'stepId'>): AskedStep {
  const asked = file.asked[item.stepId];
  if (!asked) throw new RangeError(`Case ${file.caseId}: nobody asked for ${item.stepId}`);
  return asked;
}

/**
 * The work item of the itinerary to which an item belongs: itself, or the one in which it was asked for in the end.
 * A repair belongs to none.
 */
export function originOf(file: CaseFile, item: WorkItem): WorkItem | null {
  const asked = file.asked[item.stepId];
  if (!asked) return item;
  const letter = file.letters.find(({ no }) => asked.step === 'serve' && no === asked.about);
  const about = file.items[letter?.item ?? asked.about];
  return about ? originOf(file, about) : null;
}

/** The unit that owes a step of the itinerary. @throws RangeError where the itinerary has none */
export function unitOfStep(file: CaseFile, step: string): UnitId {
  const found = file.itinerary.stages.flatMap((stage) => stage.steps).find((each) => each.step === step);
  if (!found) throw new RangeError(`Case ${file.caseId} has no step ${step}`);
  return found.unit;
}

/** @throws RangeError for a case that was submitted without such rules */
export function sideRulesIn({ caseId, itinerary }: Pick<CaseFile, 'caseId' | 'itinerary'>) {
  if (!itinerary.sideRules) throw new RangeError(`Case ${caseId} has no rules for side steps`);
  return itinerary.sideRules;
}
