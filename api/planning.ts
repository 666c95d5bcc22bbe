import type { ApplicationFacts } from '../domain/application';
import { problemsOf } from '../domain/applicationProblems';
import { dateInShanghai } from '../domain/civilDate';
import type { PlanVersion } from '../domain/plan';
import { Problem } from './http/problem';
import type { Services } from './services';

/**
 * The version of the plan under which an application can be planned today.
 * @param base JSON pointer of what holds `facts` in the request
 * @throws Problem with a pointer for each field that the plan does not take
 */
export async function versionFor(
  { plans, ground }: Services,
  facts: ApplicationFacts,
  base: string,
): Promise<PlanVersion> {
  const version = await plans.inForce(dateInShanghai(await ground.clock.now()));
  const problems = problemsOf(version, facts);
  if (problems.length === 0) return version;
  throw new Problem('cannotBePlanned', {
    errors: problems.map(({ pointer, rule, message, allowed }) => ({
      pointer: base + pointer,
      code: rule,
      message,
      expected: allowed,
    })),
  });
}
