import type { ApplicationFacts } from './application';
import type { ModeRule, Plan, Registrar } from './plan';
import type { Ownership, RegistrationKind } from './vocabulary';

/** Who registers an institution: its ownership decides, 三(二)5. */
export function registrarOf(
  plan: Pick<Plan, 'registrars'>,
  institution: { readonly ownership: Ownership },
): Registrar {
  return plan.registrars[institution.ownership];
}

/** What the case needs at the registrar: nothing for a service point or for a registration that stays as it is. */
export function registrationKindOf(
  mode: Pick<ModeRule, 'registers'>,
  { existingRegistration }: Pick<ApplicationFacts, 'existingRegistration'>,
): RegistrationKind {
  if (!mode.registers.value) return 'none';
  if (!existingRegistration) return 'new';
  return existingRegistration.changes ? 'change' : 'none';
}
