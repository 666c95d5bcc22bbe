import { sql } from 'kysely';
import { systemActor } from '../../domain/actor';
import { dateInShanghai } from '../../domain/civilDate';
import type { PlanVersion } from '../../domain/plan';
import { sideRulesOf } from '../../domain/sideRules';
import { PlanVersionNotFound } from '../plan/publicationErrors';
import { districtsPlan, planInForce } from '../plan/repository';
import { Entry } from './entry';
import type { Ground } from './ground';

/** Nobody has published a plan that this release can work by; the message says what to do. */
export class PlanTooOld extends Error {
  override readonly name = 'PlanTooOld';
}

/**
 * Gives open cases that an older release submitted the rules for side steps, by an event of the case: what was
 * recorded stays as it was. @returns how many there were. @throws PlanTooOld
 */
export async function pinRules(ground: Ground): Promise<number> {
  const { db } = ground;
  const cases = await db
    .selectFrom('case_file')
    .select('case_id')
    .where('outcome', 'is', null)
    .where(sql<boolean>`state #> '{itinerary,sideRules}' is null`)
    .orderBy('case_id')
    .execute();
  const version = await versionToday(ground);
  // Nothing was published yet, so nothing was submitted either.
  if (version === null) return 0;
  const { id, plan } = version;
  if (!hasSideRules(plan)) {
    throw new PlanTooOld(
      `现行方案 ${id} 由旧版发布，没有岔路规则：请用 npm run plan -- publish 发布新的方案文件。\n` +
        `The plan in force, ${id}, is an older release's: publish the newer plan file by npm run plan -- publish.`,
    );
  }
  const sideRules = sideRulesOf(plan);
  for (const { case_id } of cases) {
    await db.transaction().execute(async (tx) => {
      const entry = await Entry.open(tx, ground, case_id);
      entry.append(systemActor, { type: 'rulesPinned', planVersion: id, sideRules });
      await entry.settle();
      await entry.write('wakeWorkflow');
    });
  }
  return cases.length;
}

async function versionToday({ db, clock }: Ground): Promise<PlanVersion | null> {
  const today = dateInShanghai(await clock.now());
  try {
    return await planInForce(db, await districtsPlan(db), today);
  } catch (error) {
    if (error instanceof PlanVersionNotFound) return null;
    throw error;
  }
}

/** Older releases' plans knew of no ladder, or of nothing after the certificate. */
export function hasSideRules(plan: PlanVersion['plan']): boolean {
  return 'ladder' in plan && 'supervision' in plan;
}
