import type { PlanVersion } from '../domain/plan';
import type { Db } from '../infra/db/connect';
import { PlanVersionNotFound } from '../infra/plan/publicationErrors';
import { planInForce, planVersion } from '../infra/plan/repository';

/** The district's plan: what is in force, and the versions to which cases are pinned. */
export interface Plans {
  /** The version in force on a day, `YYYY-MM-DD` in Asia/Shanghai. @throws PlanVersionNotFound */
  inForce(date: string): Promise<PlanVersion>;
  /** A published version, which never changes and so is read once. @throws PlanVersionNotFound */
  version(id: string): Promise<PlanVersion>;
}

export function createPlans(db: Db): Plans {
  const versions = new Map<string, Promise<PlanVersion>>();
  return {
    inForce: async (date) => planInForce(db, await districtsPlan(db), date),
    version(id) {
      const read = versions.get(id) ?? planVersion(db, id);
      versions.set(id, read);
      read.catch(() => versions.delete(id));
      return read;
    },
  };
}

/** An installation serves one district: the plan that was published last. */
async function districtsPlan(db: Db): Promise<string> {
  const row = await db
    .selectFrom('plan_version')
    .select('plan_id')
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new PlanVersionNotFound('*');
  return row.plan_id;
}
