import type { Actor } from '../../domain/actor';
import { type Role, roles } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { administrator, stranger } from './house';

/** Everybody who may come to the door of a case that Shiqiao leads: one person for each role, and two from outside. */
export const callers = {
  applicant,
  intakeClerk: official('shiqiao', 'intakeClerk'),
  caseOfficer: official('shiqiao', 'caseOfficer'),
  decisionMaker: official('shiqiao', 'decisionMaker'),
  reviewer: official('fire', 'reviewer'),
  registrar: official('civilAffairs', 'registrar'),
  filingOfficer: official('health', 'filingOfficer'),
  head: official('shiqiao', 'head'),
  coordinator: official('finance', 'coordinator'),
  administrator,
  // The engine's role in an account gives its bearer nothing.
  system: official('shiqiao', 'system'),
  stranger,
  outsider: official('tianshui', 'intakeClerk'),
} as const satisfies Record<Role | 'stranger' | 'outsider', Actor>;
export type CallerName = keyof typeof callers;

export const callerNames = [...Object.keys(roles), 'stranger', 'outsider'] as CallerName[];
