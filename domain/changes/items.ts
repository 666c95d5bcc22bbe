import type { AskedStep, CaseFile, WorkItem } from '../caseFile';
import type { CaseEvent, OpenedItem } from '../event';
import type { UnitId } from '../plan';
import type { SideStep } from '../sideStep';
import type { Outcome, Stage } from '../vocabulary';

type Numbered = Pick<CaseEvent, 'seq'>;

export function opened(
  file: CaseFile,
  stage: Stage,
  items: readonly OpenedItem[],
  event: Pick<CaseEvent, 'seq' | 'at'>,
): CaseFile {
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

/** Closes what is open. Letters stay to be served whatever becomes of the case. */
export function closeOpenItems(file: CaseFile, seq: number): CaseFile {
  const items = Object.values(file.items).map((item): WorkItem =>
    item.status === 'open' && item.step !== 'serve' ? { ...item, status: 'closed', version: seq } : item,
  );
  return { ...file, items: Object.fromEntries(items.map((item) => [item.id, item])) };
}

export function close(file: CaseFile, outcome: Outcome, seq: number): CaseFile {
  return { ...closeOpenItems(file, seq), outcome };
}

/** Notes that an act asks for a step besides the itinerary; it opens in the same transaction. */
export function ask(
  file: CaseFile,
  event: Numbered,
  step: SideStep,
  to: { readonly unit: UnitId; readonly about: string; readonly role?: AskedStep['role'] },
): CaseFile {
  const id = `${step}-${event.seq}`;
  return { ...file, asked: { ...file.asked, [id]: { id, step, ...to } as AskedStep } };
}

/** What an item's step was asked for. @throws RangeError for a step of the itinerary */
export function askedOf(file: CaseFile, item: Pick<WorkItem, 'stepId'>): AskedStep {
  const asked = file.asked[item.stepId];
  if (!asked) throw new RangeError(`Case ${file.caseId}: nobody asked for ${item.stepId}`);
  return asked;
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
