import type { ApplicationFacts } from '../domain/application';
import { problemsOf } from '../domain/applicationProblems';
import { dateInShanghai } from '../domain/civilDate';
import type { PlanVersion } from '../domain/plan';
import { PlanVersionNotFound } from '../infra/plan/publicationErrors';
import { Problem } from './http/problem';
import type { Services } from './services';

/** The day by the business clock, `YYYY-MM-DD` in Asia/Shanghai. */
export async function todayOf({ ground }: Pick<Services, 'ground'>): Promise<string> {
  return dateInShanghai(await ground.clock.now());
}

/**
 * The version of the plan under which an application that was received on a day can be planned.
 * @param base JSON pointer of what holds `facts` in the request
 * @throws Problem with a pointer for each field that the plan does not take
 */
export async function versionFor(
  { plans }: Pick<Services, 'plans'>,
  facts: ApplicationFacts,
  base: string,
  receivedOn: string,
): Promise<PlanVersion> {
  const version = await plans.inForce(receivedOn);
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

/** Where nothing was in force on a day that the caller gave, the day is at fault. */
export function dayAtFault(pointer: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof PlanVersionNotFound)) throw error;
    const message = { zh: '当日尚无施行的方案', en: 'No plan was in force on that day' };
    throw new Problem('invalidContent', { errors: [{ pointer, code: 'beforeAnyPlan', message }] });
  };
}
