import type { ApplicationFacts } from './application';
import type { MaterialDue } from './itinerary';
import type { MaterialRule } from './plan';

/** The papers an application owes, and which of them are there already. */
export function materialsDue(
  rules: readonly MaterialRule[],
  facts: Pick<ApplicationFacts, 'serviceMode' | 'ownership' | 'meals' | 'materials'>,
): MaterialDue[] {
  return rules
    .filter((rule) => appliesTo(rule, facts))
    .map(({ id, name, stage, basis }) => ({
      id,
      name,
      stage,
      basis,
      handedIn: facts.materials.includes(id),
    }));
}

function appliesTo(
  rule: MaterialRule,
  facts: Pick<ApplicationFacts, 'serviceMode' | 'ownership' | 'meals'>,
): boolean {
  return (
    (rule.modes.length === 0 || rule.modes.includes(facts.serviceMode)) &&
    (rule.ownerships.length === 0 || rule.ownerships.includes(facts.ownership)) &&
    (!rule.onlyWithMeals || facts.meals)
  );
}
