import type { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import type { PlanVersion } from '../../domain/plan';
import { eligibilityFor, materialsFor } from '../../domain/planSupport';
import { supportFacts } from '../../infra/record/support';
import type { SupportView } from '../contracts/lifeView';
import type { SupportMeasures } from '../contracts/support';
import type { Services } from '../services';
import { actsForApplicant } from './visibility';
import { unitName, type View } from './workItems';

/** How a support stands; its draft stays inside until it is signed. */
export function supportView(
  { support, itinerary: { life } }: CaseFile,
  { actor }: Pick<View, 'actor'>,
): z.infer<typeof SupportView> | null {
  if (!support || life?.kind !== 'support') return null;
  const { draft, granted, payments, nextRecheck } = support;
  return {
    measure: life.measure.id,
    name: life.measure.name,
    checked: [...life.checked],
    papers: [...(life.measure.papers ?? [])],
    draft: draft && !actsForApplicant(actor) ? { result: draft.result, yuan: draft.yuan } : null,
    granted,
    payments: [...payments],
    nextRecheck,
  };
}

/** The measures of support of a plan, each with its conditions held against an institution. */
export async function supportMeasures(
  services: Services,
  institution: CaseFile,
  { plan }: PlanVersion,
): Promise<z.infer<typeof SupportMeasures>['measures']> {
  const facts = await supportFacts(services.ground.db, institution);
  return plan.support.measures.map((measure) => {
    const checked = eligibilityFor(plan, measure, facts);
    const { id, name, examines, paid, recheckMonths, basis } = measure;
    return {
      id,
      name,
      examines: unitName(plan, examines),
      paid,
      recheckMonths,
      papers: materialsFor(measure, facts).map((material) => material.name),
      checked,
      eligible: checked.every(({ holds }) => holds),
      basis,
    };
  });
}
