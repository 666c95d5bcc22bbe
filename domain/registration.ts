import type { ApplicationFacts } from './application';
import { runs } from './change';
import type { Plan, Registrar } from './plan';
import type { Ownership, RegistrationKind } from './vocabulary';

/** Who registers an institution: its ownership decides, 三(二)5. */
export function registrarOf(
  plan: Pick<Plan, 'registrars'>,
  institution: { readonly ownership: Ownership },
): Registrar {
  return plan.registrars[institution.ownership];
}

/**
 * What the case needs at the registrar: nothing for a service point, for a registration that stays as it is, or for a
 * change that the plan does not register. Another ownership is registered anew, by another authority.
 */
export function registrationKindOf(
  plan: Pick<Plan, 'modes' | 'changes'>,
  facts: Pick<ApplicationFacts, 'serviceMode' | 'existingRegistration' | 'change'>,
): RegistrationKind {
  const { existingRegistration, change } = facts;
  if (!plan.modes[facts.serviceMode].registers.value) return 'none';
  if (!runs(plan, facts, 'registration')) return 'none';
  if (change) return change.what.includes('ownership') ? 'new' : 'change';
  if (!existingRegistration) return 'new';
  return existingRegistration.changes ? 'change' : 'none';
}
