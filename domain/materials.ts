import type { ApplicationFacts } from './application';
import type { MaterialDue, MaterialStage } from './itinerary';
import type { MaterialRule } from './plan';

type DecidingFacts = Pick<ApplicationFacts, 'serviceMode' | 'ownership' | 'meals'>;
/** The same while an application is being written. */
type UnfinishedFacts = { readonly [F in keyof DecidingFacts]?: DecidingFacts[F] | null | undefined };

/** The papers that an application or a request owes, and which of them are there already. */
export function materialsDue(
  rules: readonly (Omit<MaterialRule, 'stage'> & { readonly stage: MaterialStage })[],
  facts: DecidingFacts & Pick<ApplicationFacts, 'materials'>,
): MaterialDue[] {
  return rules
    .filter((rule) => isDue(rule, facts) === true)
    .map(({ id, name, stage, basis }) => ({
      id,
      name,
      stage,
      basis,
      handedIn: facts.materials.includes(id),
    }));
}

/** Whether a paper is owed; null while the application does not say enough to know. */
export function isDue(rule: Omit<MaterialRule, 'stage'>, facts: UnfinishedFacts): boolean | null {
  const conditions = [
    among(rule.modes, facts.serviceMode),
    among(rule.ownerships, facts.ownership),
    rule.onlyWithMeals ? (facts.meals ?? null) : true,
  ];
  if (conditions.includes(false)) return false;
  return conditions.includes(null) ? null : true;
}

/** An empty list means: all. */
function among<V>(allowed: readonly V[], value: V | null | undefined): boolean | null {
  if (allowed.length === 0) return true;
  return value === null || value === undefined ? null : allowed.includes(value);
}
