import { ADMINISTRATION, APPLICANT, SYSTEM } from './itinerary';
import type { Label } from './label';
import type { Plan, UnitId } from './plan';

const others: Readonly<Record<string, Label>> = {
  [APPLICANT]: { zh: '举办者', en: 'the applicant' },
  [SYSTEM]: { zh: '系统', en: 'the system' },
  [ADMINISTRATION]: { zh: '系统管理员', en: 'the administrators' },
};

/** What people call a unit of the plan, the applicant or the system; the id itself where nothing is known of it. */
export function unitNameOf(plan: Plan, unit: UnitId): Label {
  return plan.units.find((each) => each.id === unit)?.name ?? others[unit] ?? { zh: unit, en: unit };
}
