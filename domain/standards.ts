import type { ApplicationFacts } from './application';
import type { Finding } from './itinerary';
import type { StandardRule } from './plan';
import { measure } from './standardMeasure';

/** What the standards find in an application: each broken one, and each that it does not say enough about. */
export function findingsOf(standards: readonly StandardRule[], facts: ApplicationFacts): Finding[] {
  return standards
    .filter((rule) => rule.modes.length === 0 || rule.modes.includes(facts.serviceMode))
    .flatMap((rule): Finding[] => {
      const measured = measure(rule, facts);
      if (measured.kind === 'met') return [];
      const { kind, detail } = measured;
      return [{ id: rule.id, standard: rule.id, kind, name: rule.name, detail, basis: rule.basis }];
    });
}
