import type { Plan } from '../../domain/plan';
import { officialOf } from '../client/people';
import type { OneWindow } from '../client/oneWindow';
import type { ChecklistView, EventView, PushView } from '../client/wire';
import type { SideRoad } from './sideRoads';
import { sideRoads } from './sideRoads';

/** What a case left behind. */
interface Traces {
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

/** The side roads that a case took, by its record, as the leading group's office reads it. */
export async function sideRoadsOf(oneWindow: OneWindow, plan: Plan, caseId: string): Promise<SideRoad[]> {
  const reader = officialOf(plan.leadingGroupOffice, 'coordinator');
  const [events, push, checklist] = await Promise.all([
    oneWindow.eventsOf(reader, caseId),
    oneWindow.pushOf(reader, caseId),
    oneWindow.checklistOf(reader, caseId),
  ]);
  const known = Object.keys(sideRoads) as SideRoad[];
  return known.filter((road) => wasTaken[road]({ events, push, checklist }));
}
