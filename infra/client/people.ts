import type { ApplicationFacts } from '../../domain/application';
import type { UnitId } from '../../domain/plan';
import type { Role } from '../../domain/vocabulary';

/** The development account of a unit's person with a role; each number is another person. */
export function officialOf(unit: UnitId, role: Role, number = 1): string {
  return `${unit}-${role}-${number}`;
}

/** The development account that applies for an institution of this kind. */
export function applicantFor({
  serviceMode,
  ownership,
}: Pick<ApplicationFacts, 'serviceMode' | 'ownership'>): string {
  if (serviceMode === 'employer') return 'applicant-5';
  return { forProfit: 'applicant-1', nonProfit: 'applicant-3', publicInstitution: 'applicant-4' }[ownership];
}
