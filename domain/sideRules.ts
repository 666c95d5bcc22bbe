import { sideClockOf } from './clockTable';
import type { SideRules } from './itinerary';
import type { Plan } from './plan';
import { sideSteps } from './sideStep';

/** The rules of a plan for what acts ask for on the way: corrections, inspections, hearings, extensions. */
export function sideRulesOf(plan: Plan): SideRules {
  return {
    clocks: Object.fromEntries(sideSteps.map((step) => [step, sideClockOf(plan, step)])),
    ladder: plan.ladder.rungs,
    correction: plan.correction.acceptance,
    hearingNoticeDays: plan.hearing.noticeDays,
    office: plan.leadingGroupOffice,
    marks: Object.fromEntries(plan.units.map(({ id, mark }) => [id, mark])),
    government: plan.units.find(({ kind }) => kind === 'government')?.id ?? plan.leadingGroupOffice,
  };
}
