import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Actor } from '../../domain/actor';
import type { Role } from '../../domain/vocabulary';
import { personsRoles } from '../../infra/identity/accountProblems';

/** The roles that see every case. */
export const overseers: readonly Role[] = ['coordinator', 'administrator'];

/** The roles of those who work in an office. */
export const officials: readonly Role[] = personsRoles.filter((role) => role !== 'applicant');

/** Offices that see every case and every unit's worklist. */
export function overseesAll(actor: Actor): boolean {
  return actor.roles.some((role) => overseers.includes(role));
}

/** Who reads for an applicant: what colleagues write to one another stays inside. */
export function actsForApplicant(actor: Actor): boolean {
  return actor.unit === null && actor.organisation !== null;
}

/** `mayRead` as a condition on the rows of `case_file`; a test holds the two together. */
export function readableBy(actor: Actor): RawBuilder<SqlBool> {
  if (overseesAll(actor)) return sql`true`;
  if (actor.unit === null) return sql`case_file.organisation = ${actor.organisation}`;
  return sql`case_file.units @> array[${actor.unit}]::text[]`;
}
