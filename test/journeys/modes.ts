import type { ApplicationFacts } from '../../domain/application';
import { planCase } from '../../domain/planCase';
import type { Itinerary } from '../../domain/itinerary';
import type { ServiceMode } from '../../domain/vocabulary';
import { facts } from '../world/applications';
import { xiacheng } from '../domain/plan/plans';

const existingRegistration = { unifiedCode: '12330103MA9001372A', changes: true };

/** An application in each service mode of the plan, and between them each registrar and each kind of registration. */
const applications = {
  family: { ownership: 'publicInstitution', places: 0, classes: [] },
  kindergarten: { ownership: 'publicInstitution', existingRegistration },
  community: { ownership: 'nonProfit' },
  employer: { ownership: 'publicInstitution' },
  private: { ownership: 'forProfit' },
} as const satisfies Readonly<Record<ServiceMode, Partial<ApplicationFacts>>>;

export interface Mode {
  readonly mode: ServiceMode;
  readonly facts: Partial<ApplicationFacts>;
  /** The way that the plan gives it. */
  readonly way: Itinerary;
}

export const modes: readonly Mode[] = (Object.keys(applications) as ServiceMode[]).map((mode) =>
  modeWith(mode, applications[mode]),
);

/** A mode whose application differs. */
export function modeWith(mode: ServiceMode, changes: Partial<ApplicationFacts>): Mode {
  const applied = { serviceMode: mode, ...changes };
  return { mode, facts: applied, way: planCase(xiacheng, { ...facts, ...applied }) };
}

/** The modes in which a case is registered, and so pushed. */
export const registering = modes.filter(({ way }) => way.registrar !== null);
