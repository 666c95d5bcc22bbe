import type { CaseFile } from './caseFile';
import { APPLICANT, institutionOf, type Itinerary, type ItineraryStage, type MaterialDue } from './itinerary';
import { materialsDue } from './materials';
import type { Plan, PlanVersion } from './plan';
import { sideRulesOf } from './sideRules';
import { stepMaker } from './stepMaker';
import { type Checked, checkEligibility, type SupportFacts, type SupportMeasure } from './support';

/** The conditions of a measure as an institution meets them, under a plan. */
export function eligibilityFor(
  { evaluation }: Pick<Plan, 'evaluation'>,
  { conditions }: Pick<SupportMeasure, 'conditions'>,
  facts: SupportFacts,
): Checked[] {
  const nameOf = (id: string) =>
    evaluation.ratings.find((rating) => rating.id === id)?.name ?? { zh: id, en: id };
  return checkEligibility(conditions, facts, nameOf);
}

/** The papers that a measure asks an institution for; none is there yet. */
export function materialsFor(
  { materials }: Pick<SupportMeasure, 'materials'>,
  facts: SupportFacts,
): MaterialDue[] {
  const rules = materials.map((rule) => ({ ...rule, stage: 'supportReview' as const }));
  return materialsDue(rules, { ...facts, materials: [] });
}

/**
 * The itinerary of a request for support: examined by the unit whose duty it is once its papers are handed in, with the finance bureau's opinion where
 * it pays, decided by two people of the former, and looked at again in its rhythm. Pure, like `planCase`.
 * @param institution the case by which it was certified
 * @param application that by which it is known now: the same, or its last change
 */
export function planSupport(
  { id, plan }: PlanVersion,
  institution: CaseFile,
  measure: SupportMeasure,
  facts: SupportFacts,
  application = institutionOf(institution),
): Itinerary {
  const { serviceMode, ownership, registration, registrar, subdistrict } = institution.itinerary;
  const step = stepMaker(plan, institution.itinerary);
  const { finance } = plan.support;
  const { examines, paid } = measure;
  const materials = materialsFor(measure, facts);
  const stages: readonly ItineraryStage[] = [
    {
      stage: 'supportReview',
      steps: [
        ...(materials.length > 0 ? [step('submitSupport', APPLICANT)] : []),
        step('examineSupport', examines),
        ...(paid ? [step('opineSupport', finance)] : []),
      ],
    },
    { stage: 'supportDecision', steps: [step('draftSupport', examines), step('signSupport', examines)] },
    { stage: 'supported', lasting: true, steps: [] },
  ];
  const { basis: _basis, materials: _materials, ...pinned } = measure;
  return {
    life: {
      kind: 'support',
      institution: institutionOf(institution),
      ...(application !== institutionOf(institution) && { application }),
      measure: pinned,
      finance,
      checked: eligibilityFor(plan, measure, facts),
    },
    planVersion: id,
    serviceMode,
    ownership,
    handling: 'joint',
    registration,
    registrar,
    subdistrict,
    lead: examines,
    consulted: paid && finance !== examines ? [finance] : [],
    materials,
    findings: [],
    sideRules: sideRulesOf(plan),
    stages,
  };
}
