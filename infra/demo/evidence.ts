import type { Plan } from '../../domain/plan';
import { officialOf } from '../client/people';
import type { OneWindow } from '../client/oneWindow';
import type { ChecklistView, EventView, PushView } from '../client/wire';
import { type SideRoad, sideRoads } from './sideRoads';

/** What a case left behind. */
export interface Traces {
  readonly events: readonly EventView[];
  readonly push: PushView | null;
  readonly checklist: ChecklistView;
}

const wasTaken: Readonly<Record<SideRoad, (traces: Traces) => boolean>> = {
  papers: ({ checklist }) =>
    checklist.materials.every(
      ({ due, papers }) => due !== true || papers.some(({ state }) => state === 'clean'),
    ),
  correction: ({ events }) =>
    events.some(({ type, facts }) => type === 'corrected' && facts.completedOn !== null),
  objection: ({ events }) => events.some(({ type }) => type === 'objectionAnswered'),
  inspection: ({ events }) =>
    events.some(({ type, facts }) => type === 'deadlineMoved' && facts.deadline === null) &&
    events.some(({ type, facts }) => type === 'procedureRecorded' && facts.result === 'passed'),
  extension: ({ events }) => events.some(({ type }) => type === 'extensionGranted'),
  remand: ({ events }) => events.some(({ type }) => type === 'remanded'),
  failingPush: ({ push }) => push?.status === 'delivered' && push.attempts > 1,
};

/** Pure: the side roads of which a case bears traces. */
export function takenRoads(traces: Traces): SideRoad[] {
  return (Object.keys(sideRoads) as SideRoad[]).filter((road) => wasTaken[road](traces));
}

/** The side roads that a case took, by its record, as the leading group's office reads it. */
export async function sideRoadsOf(oneWindow: OneWindow, plan: Plan, caseId: string): Promise<SideRoad[]> {
  const reader = officialOf(plan.leadingGroupOffice, 'coordinator');
  const [events, push, checklist] = await Promise.all([
    oneWindow.eventsOf(reader, caseId),
    oneWindow.pushOf(reader, caseId),
    oneWindow.checklistOf(reader, caseId),
  ]);
  return takenRoads({ events, push, checklist });
}
