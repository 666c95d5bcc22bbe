import type { ApplicationFacts } from './application';
import { runs } from './change';
import { APPLICANT, SYSTEM, type Itinerary, type ItineraryStage } from './itinerary';
import { materialsDue } from './materials';
import { handlingOf, partiesOf, type Parties } from './parties';
import type { PlanVersion, Registrar, UnitId } from './plan';
import { registrarOf, registrationKindOf } from './registration';
import { sideRulesOf } from './sideRules';
import { findingsOf } from './standards';
import { type StepMaker, stepMaker } from './stepMaker';
import type { RegistrationKind } from './vocabulary';

/**
 * The whole way of one case under a published plan: stages, units, clocks, papers and findings.
 * Pure: the preview, the record, the workflow and a rehearsal all get the same answer.
 * @param facts an application in which `problemsOf` finds nothing
 */
export function planCase(version: PlanVersion, facts: ApplicationFacts): Itinerary {
  const { plan } = version;
  const mode = plan.modes[facts.serviceMode];
  const all = partiesOf(mode, facts);
  const parties = runs(plan, facts, 'jointReview') ? all : { ...all, reviewers: [] };
  const handling = handlingOf(mode, parties);
  const registration = registrationKindOf(plan, facts);
  const registrar = registrarOf(plan, facts);
  const step = stepMaker(plan, { handling, ownership: facts.ownership });
  return {
    ...(facts.change && { change: facts.change }),
    ...(mode.term && { term: mode.term.value }),
    planVersion: version.id,
    serviceMode: facts.serviceMode,
    ownership: facts.ownership,
    handling,
    registration,
    // A change that registers nothing leaves the institution with its registrar.
    registrar: registration !== 'none' || (facts.change && mode.registers.value) ? registrar.unit : null,
    subdistrict: facts.subdistrict,
    lead: parties.lead,
    consulted: parties.consulted,
    stages: [
      ...licensing(parties, step),
      ...registering(parties, registration, registrar, step),
      ...filing(plan.filingAuthority.unit, step),
    ],
    materials: materialsDue(plan.materials, facts),
    findings: findingsOf(plan.standards, facts),
    sideRules: sideRulesOf(plan),
  };
}

/** 受理, 联审, 审批. Where nobody else reviews there is no joint review. */
function licensing(parties: Parties, step: StepMaker): ItineraryStage[] {
  const reviews = parties.reviewers.map((unit) => step('review', unit, `review-${unit}`));
  return [
    { stage: 'acceptance', steps: [step('accept', parties.accepts)] },
    ...(reviews.length > 0 ? [{ stage: 'jointReview', steps: reviews } as const] : []),
    { stage: 'decision', steps: [step('draft', parties.decides), step('decide', parties.decides)] },
  ];
}

/** 登记, 推送. The supervising authority comes first where the registrar needs it, unless it decided the case. */
function registering(
  parties: Parties,
  registration: RegistrationKind,
  registrar: Registrar,
  step: StepMaker,
): ItineraryStage[] {
  if (registration === 'none') return [];
  const { decides, supervisingAuthority } = parties;
  const endorses = registrar.needsEndorsement && supervisingAuthority !== decides;
  return [
    {
      stage: 'registration',
      steps: [...(endorses ? [step('endorse', supervisingAuthority)] : []), step('register', registrar.unit)],
    },
    { stage: 'push', steps: [step('push', SYSTEM)] },
  ];
}

/** 备案, 发证. The receipt and the check of the papers run side by side. */
function filing(authority: UnitId, step: StepMaker): ItineraryStage[] {
  return [
    {
      stage: 'filing',
      steps: [step('file', APPLICANT), step('receipt', authority), step('conformity', authority)],
    },
    { stage: 'certificate', steps: [step('issue', authority)] },
  ];
}
