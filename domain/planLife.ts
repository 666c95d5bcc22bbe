import type { CaseFile } from './caseFile';
import { addMonths, yearOf } from './civilDate';
import type { EvaluationRules } from './evaluation';
import {
  APPLICANT,
  applicationOf,
  institutionOf,
  type Itinerary,
  type ItineraryStage,
  type ItineraryStep,
  type Life,
  SYSTEM,
} from './itinerary';
import { unitFor } from './parties';
import type { Plan, PlanVersion, UnitId } from './plan';
import { sideRulesOf } from './sideRules';
import type { StaffRules } from './staff';
import { stepMaker } from './stepMaker';
import type { SupervisionState, Visit } from './supervision';

/**
 * The itinerary of an institution's supervision (监管), which lasts until an exit is decided; then the children and the
 * staff come first, the registration and the filing after them. Pure, like `planCase`.
 * @param institution the case by which it was certified, or changed last
 */
export function planSupervision(version: PlanVersion, institution: CaseFile): Itinerary {
  const { plan } = version;
  return {
    ...ofInstitution(version, institution),
    life: {
      kind: 'supervision',
      institution: institutionOf(institution),
      ...(institution.itinerary.change && { application: institution.caseId }),
      ...(institution.validUntil !== undefined && { validUntil: institution.validUntil }),
      ...supervisionRules(plan, institution.itinerary),
    },
    stages: [
      { stage: 'supervision', lasting: true, steps: [] },
      { stage: 'exit', steps: exitSteps(plan, institution.itinerary) },
    ],
  };
}

/** How an institution leaves (退出): its registrar's end of the registration is pushed to the filing authority, like its beginning. */
export function exitSteps(
  plan: Plan,
  itinerary: Pick<Itinerary, 'registrar' | 'handling' | 'ownership'>,
): ItineraryStep[] {
  const { registrar } = itinerary;
  const step = stepMaker(plan, itinerary);
  return [
    step('place', APPLICANT),
    ...(registrar === null ? [] : [step('deregister', registrar), step('push', SYSTEM)]),
    step('closeFiling', plan.filingAuthority.unit),
  ];
}

/** The rules of supervision under a plan, as pinned to one institution and renewed with each year. */
export function supervisionRules(plan: Plan, { subdistrict }: Pick<Itinerary, 'subdistrict'>) {
  const visits = plan.supervision.visits.map(({ id, name, unit, everyMonths, checklist }): Visit => ({
    id,
    name,
    unit: unitFor(unit, { subdistrict }),
    everyMonths,
    checklist,
  }));
  const measures = plan.supervision.measures.map(({ measure, hearing }) => ({ measure, hearing }));
  const complaints = unitFor(plan.supervision.complaints.unit, { subdistrict });
  const { followedUpBy, told, withinHours } = plan.supervision.incidents;
  const incidents = {
    followedUpBy: unitFor(followedUpBy, { subdistrict }),
    told: told.map((unit) => unitFor(unit, { subdistrict })),
    withinHours,
  };
  const suspension = { hearing: plan.supervision.suspension.hearing };
  const { renewal } = plan;
  return {
    visits,
    measures,
    complaints,
    incidents,
    suspension,
    ...(renewal && { renewal: { fromDays: renewal.fromDays, remindDays: renewal.remindDays } }),
    staff: staffRules(plan, subdistrict),
    evaluation: evaluationRules(plan, subdistrict),
  };
}

/**
 * The itinerary of one year's evaluation (年度评估) under the plan in force: the institution assesses itself, each unit
 * scores by its duty, and the filing authority rates with two people.
 */
export function planEvaluation(version: PlanVersion, supervision: CaseFile, year: number): Itinerary {
  const { plan } = version;
  const { subdistrict } = supervision.itinerary;
  const step = stepMaker(plan, supervision.itinerary);
  const rules = evaluationRules(plan, subdistrict);
  const units = [...new Set(rules.indicators.map(({ scoredBy }) => scoredBy))];
  const authority = plan.filingAuthority.unit;
  const stages: ItineraryStage[] = [
    { stage: 'selfAssessment', steps: [step('selfAssess', APPLICANT)] },
    { stage: 'scoring', steps: units.map((unit) => step('score', unit, `score-${unit}`)) },
    { stage: 'rating', steps: [step('rate', authority), step('confirmRating', authority)] },
  ];
  const life: Life = {
    kind: 'evaluation',
    institution: institutionOf(supervision),
    ...(applicationOf(supervision) !== institutionOf(supervision) && {
      application: applicationOf(supervision),
    }),
    supervision: supervision.caseId,
    year,
    evaluation: rules,
  };
  return { ...ofInstitution(version, supervision), consulted: units, life, stages };
}

interface Rules {
  readonly visits: readonly Visit[];
  readonly evaluation: Pick<EvaluationRules, 'opensOn'>;
}

/** How the record of a supervision begins, from the day of the certificate. */
export function newSupervision({ visits, evaluation }: Rules, on: string): SupervisionState {
  return {
    year: yearOf(on),
    nextVisits: nextVisitsOf(visits, on, {}),
    nextEvaluation: evaluationAfter(evaluation, on),
    evaluationDue: null,
    evaluations: [],
    findings: {},
    given: {},
    exit: null,
    suspension: null,
  };
}

/** The days of the visits by these rules: those that are set, and from a day on for rules that are new. */
export function nextVisitsOf(
  visits: readonly Visit[],
  from: string,
  set: SupervisionState['nextVisits'],
): SupervisionState['nextVisits'] {
  return Object.fromEntries(
    visits.map(({ id, everyMonths }) => [id, set[id] ?? addMonths(from, everyMonths)]),
  );
}

/** The first day after a date on which an evaluation opens. */
export function evaluationAfter({ opensOn }: Pick<EvaluationRules, 'opensOn'>, date: string): string {
  const thisYear = `${date.slice(0, 4)}-${opensOn}`;
  return thisYear > date ? thisYear : `${yearOf(date) + 1}-${opensOn}`;
}

/** What the cases of an institution have in common with the one by which it was certified. */
function ofInstitution(
  { id, plan }: PlanVersion,
  { itinerary }: CaseFile,
): Omit<Itinerary, 'stages' | 'life'> {
  const { serviceMode, ownership, registration, registrar, subdistrict } = itinerary;
  return {
    planVersion: id,
    serviceMode,
    ownership,
    handling: 'joint',
    registration,
    registrar,
    subdistrict,
    lead: plan.filingAuthority.unit,
    consulted: [],
    materials: [],
    findings: [],
    sideRules: sideRulesOf(plan),
  };
}

function staffRules({ supervision: { staff } }: Plan, subdistrict: UnitId): StaffRules {
  const { unit, remindDays, severity } = staff;
  return {
    unit: unitFor(unit, { subdistrict }),
    remindDays,
    severity,
    roles: staff.roles.map(({ id, name, cares, documents }) => ({ id, name, cares, documents })),
    documents: staff.documents.map(({ id, name, expires }) => ({ id, name, expires })),
  };
}

function evaluationRules({ evaluation }: Plan, subdistrict: UnitId): EvaluationRules {
  const indicators = evaluation.indicators.map((indicator) => ({
    ...indicator,
    scoredBy: unitFor(indicator.scoredBy, { subdistrict }),
  }));
  return { ...evaluation, indicators };
}
