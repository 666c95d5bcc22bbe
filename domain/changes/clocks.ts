import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { change, itemOf } from './items';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** What time alone writes, and nobody does: whoever acts on the case itself need not have seen it. */
export function isOfTimeAlone(event: CaseEvent): boolean {
  if (event.type === 'sideStepsOpened')
    return event.items.every(({ step }) => step === 'visit' || step === 'recheckSupport');
  return ofTimeAlone.includes(event.type);
}

const ofTimeAlone: readonly CaseEvent['type'][] = [
  'warned',
  'decisionWarned',
  'deadlineMoved',
  'visitDue',
  'evaluationDue',
  'recheckDue',
  'staffDocumentsExpiring',
  'termEnding',
  'yearTurned',
];

/** A clock stops, goes on or moves. A limit that had passed may lie ahead again. */
export function deadlineMoved(file: CaseFile, event: Of<'deadlineMoved'>): CaseFile {
  const { item, deadline, rungs = [], seq, at } = event;
  if (deadline === null) return change(file, item, { stopped: true, version: seq });
  const limitPassed = itemOf(file, item).limitPassed && deadline.dueAt <= at;
  return change(file, item, { deadline, rungs, stopped: false, limitPassed, version: seq });
}

/** A warning is given once; nothing that anybody saw of the work item has changed by it. */
export function warned(file: CaseFile, { item: id, rung }: Of<'warned'>): CaseFile {
  const item = itemOf(file, id);
  return change(file, id, {
    rungs: item.rungs.filter((each) => each.rung !== rung),
    warned: [...item.warned, rung],
  });
}

/** A warning of the decision's limit is given once in each round. */
export function decisionWarned(file: CaseFile, { rung }: Of<'decisionWarned'>): CaseFile {
  return { ...file, decisionWarned: [...file.decisionWarned, { round: file.round, rung }] };
}
