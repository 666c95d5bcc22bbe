import { buildStep, type Milestone } from './construction';
import type { Itinerary, ItineraryStage } from './itinerary';
import { partiesOf } from './parties';
import type { DemonstrationSite, Plan, PlanVersion, UnitId } from './plan';
import { sideRulesOf } from './sideRules';
import { stepMaker } from './stepMaker';
import type { Ownership } from './vocabulary';

/** What the leading group's office says of a site that Annex 2 does not. */
export interface SiteSetting {
  readonly subdistrict: UnitId;
  readonly ownership: Ownership;
  readonly completion: string;
}

/**
 * The itinerary of a demonstration site's construction: its responsible unit (负责单位) reports each milestone, the lead
 * of its mode accepts it with the units consulted, the leading group's office names it. Pure, like `planCase`.
 */
export function planConstruction(
  { id, plan }: PlanVersion,
  site: DemonstrationSite,
  { subdistrict, ownership, completion }: SiteSetting,
): Itinerary {
  const step = stepMaker(plan, { handling: 'joint', ownership });
  const { lead, consulted } = partiesOf(plan.modes[site.mode], { subdistrict });
  const examining = consulted.filter((unit) => unit !== lead);
  const milestones = milestonesOf(plan);
  const office = plan.leadingGroupOffice;
  const stages: readonly ItineraryStage[] = [
    {
      stage: 'construction',
      steps: milestones.map((each) => step('build', site.responsibleUnit, buildStep(each.id))),
    },
    {
      stage: 'siteAcceptance',
      steps: [
        ...examining.map((unit) => step('examineSite', unit, `examineSite-${unit}`)),
        step('acceptSite', lead),
      ],
    },
    { stage: 'naming', steps: [step('proposeName', office), step('signName', office)] },
    { stage: 'named', lasting: true, steps: [] },
  ];
  return {
    life: {
      kind: 'construction',
      institution: null,
      site: {
        no: site.no,
        name: site.name,
        address: site.printed.address,
        printedCompletion: site.printed.completion,
        responsibleUnit: site.responsibleUnit,
      },
      milestones,
      completion,
    },
    planVersion: id,
    serviceMode: site.mode,
    ownership,
    handling: 'joint',
    registration: 'none',
    registrar: null,
    subdistrict,
    lead,
    consulted: examining,
    materials: [],
    findings: [],
    sideRules: sideRulesOf(plan),
    stages,
  };
}

function milestonesOf({ construction }: Plan): Milestone[] {
  return construction.milestones.map(({ id, name, share }) => ({ id, name, share }));
}
