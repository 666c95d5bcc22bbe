import type { Act } from '../../domain/act';
import { answererRole } from '../../domain/actRules';
import type { Actor } from '../../domain/actor';
import type { WorkItem } from '../../domain/caseFile';
import type { Role } from '../../domain/vocabulary';

export const ORGANISATION = 'test-organisation';

export const applicant: Actor = {
  sub: 'applicant-1',
  unit: null,
  organisation: ORGANISATION,
  roles: ['applicant'],
};

/** An official of a unit with one role; each number is another person. */
export function official(unit: string, role: Role, number = 1): Actor {
  return { sub: `${unit}-${role}-${number}`, unit, organisation: null, roles: [role] };
}

/** An administrator, who belongs to no unit; each number is another person. */
export function administrator(number = 1): Actor {
  return { sub: `administrator-${number}`, unit: null, organisation: null, roles: ['administrator'] };
}

/** Who may answer a work item with an act. */
export function answererOf(item: Pick<WorkItem, 'unit' | 'step'>, act: Act): Actor {
  const role = answererRole(act, item.step);
  return role === 'applicant' ? applicant : official(item.unit, role);
}
