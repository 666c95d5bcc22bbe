import { rolesAnswering } from './actRules';
import type { Actor } from './actor';
import type { CaseFile } from './caseFile';
import { allowedActs } from './permission';
import { openItems } from './process';
import type { RefusalCode } from './refusal';
import type { Role } from './vocabulary';

/** On what ground somebody may be shown the clear values of a case's contact. */
type Ground = 'ownCase' | 'ownItem' | 'unitsItem' | 'oversight' | 'never';

/** The one table of who may be shown them. Who works on a case needs them while there is work to do, not after. */
export const disclosureRules = {
  applicant: 'ownCase',
  intakeClerk: 'ownItem',
  caseOfficer: 'ownItem',
  decisionMaker: 'ownItem',
  reviewer: 'ownItem',
  registrar: 'ownItem',
  filingOfficer: 'ownItem',
  head: 'unitsItem',
  coordinator: 'oversight',
  administrator: 'oversight',
  system: 'never',
} as const satisfies Record<Role, Ground>;

const holds: Readonly<Record<Ground, (file: CaseFile, actor: Actor) => boolean>> = {
  ownCase: (file, { organisation }) => organisation === file.organisation,
  ownItem: (file, actor) => allowedActs(file, actor).some(({ workItem }) => workItem !== null),
  unitsItem: (file, { unit }) => openItems(file).some((item) => item.unit === unit),
  oversight: () => true,
  never: () => false,
};

/** Why an actor may not be shown who made a complaint: for those alone who handle it, and while they do. */
export function whyComplainantNotShown(file: CaseFile, workItem: string, actor: Actor): RefusalCode | null {
  const item = openItems(file).find(({ id }) => id === workItem);
  const handles = actor.roles.some((role) => rolesHandling.includes(role)) && item?.unit === actor.unit;
  const oversees = actor.roles.some((role) => disclosureRules[role] === 'oversight');
  if (handles || oversees) return null;
  return actor.unit === null && actor.organisation !== null ? 'notYourCase' : 'nothingOpen';
}

const rolesHandling: readonly Role[] = [...rolesAnswering('handleComplaint'), 'head'];

/** Why an actor may not be shown the clear values, or null where they may. */
export function whyNotShown(file: CaseFile, actor: Actor): RefusalCode | null {
  if (actor.roles.some((role) => holds[disclosureRules[role]](file, actor))) return null;
  return actor.unit === null && actor.organisation !== null ? 'notYourCase' : 'nothingOpen';
}
