import { clockOf } from './clockTable';
import type { Itinerary, ItineraryStep } from './itinerary';
import type { Plan, UnitId } from './plan';
import type { WayStep } from './sideStep';
import { unitNameOf } from './unitName';

export type StepMaker = (kind: WayStep, unit: UnitId, id?: string) => ItineraryStep;

/** Makes the steps of one itinerary, each with the plan's name of its unit and its clock. */
export function stepMaker(plan: Plan, choice: Pick<Itinerary, 'handling' | 'ownership'>): StepMaker {
  return (kind, unit, id = kind) => ({
    id,
    step: kind,
    unit,
    unitName: unitNameOf(plan, unit),
    clock: clockOf(plan, kind, choice),
  });
}
