import type { Plan, PlanVersion } from '../domain/plan';
import type { Db } from '../infra/db/connect';
import { PlanVersionNotFound } from '../infra/plan/publicationErrors';
import { districtsPlan, planInForce, planVersion } from '../infra/plan/repository';

/** The district's plan: what is in force, and the versions to which cases are pinned. */
export interface Plans {
  /** The version in force on a day, `YYYY-MM-DD` in Asia/Shanghai. @throws PlanVersionNotFound */
  inForce(date: string): Promise<PlanVersion>;
  /** A published version, which never changes and so is read once. @throws PlanVersionNotFound */
  version(id: string): Promise<PlanVersion>;
  /** The plans of several versions, by version id. @throws PlanVersionNotFound */
  versions(ids: readonly string[]): Promise<(id: string) => Plan>;
}

export function createPlans(db: Db): Plans {
  const known = new Map<string, Promise<PlanVersion>>();
  const version = (id: string): Promise<PlanVersion> => {
    const read = known.get(id) ?? planVersion(db, id);
    known.set(id, read);
    read.catch(() => known.delete(id));
    return read;
  };
  return {
    version,
    inForce: async (date) => planInForce(db, await districtsPlan(db), date),
    async versions(ids) {
      const read = await Promise.all([...new Set(ids)].map(version));
      const plans = new Map(read.map(({ id, plan }) => [id, plan]));
      return (id) => {
        const plan = plans.get(id);
        if (!plan) throw new PlanVersionNotFound(id);
        return plan;
      };
    },
  };
}
