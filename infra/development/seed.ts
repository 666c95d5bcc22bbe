import { dateInShanghai } from '../../domain/civilDate';
import { unitsThatName } from '../../domain/responsible';
import { systemClock } from '../clock';
import { upsertAccounts } from '../identity/accounts';
import { loadCipher } from '../personal/personalKeys';
import { readPlanFile } from '../plan/file';
import { PlanVersionNotFound } from '../plan/publicationErrors';
import { namePair } from '../responsible/pairs';
import type { Tx } from '../db/connect';
import { asOwner } from '../db/owner';
import { canWorkBy } from '../plan/schema';
import { planInForce, publishPlan } from '../plan/repository';
import type { ServerSettings } from '../settings';
import { seedAccounts, seedPlanFile } from './accounts';

/**
 * A fresh installation begins with the district's own plan; whatever was published since stays in force,
 * unless this release cannot work by it.
 */
export async function publishSeedPlan({ databaseUrl }: ServerSettings): Promise<void> {
  const plan = readPlanFile(seedPlanFile);
  const now = await systemClock.now();
  await asOwner(databaseUrl, async (db) => {
    const today = dateInShanghai(now);
    const found = await planInForce(db, plan.id, today).catch((error: unknown) => {
      if (error instanceof PlanVersionNotFound) return null;
      throw error;
    });
    if (!found) await publishPlan(db, plan, plan.document.inForceFrom, now.toISOString());
    else if (!canWorkBy(found.plan)) await publishPlan(db, plan, today, now.toISOString());
  });
}

/** Those that are missing: what an administrator made of the others stays. */
export async function enterSeedAccounts({
  databaseUrl,
  oidcIssuer,
  personalKeyFile,
  mode,
}: ServerSettings): Promise<void> {
  const known = await asOwner(databaseUrl, (db) =>
    db.selectFrom('account').select('sub').where('issuer', '=', oidcIssuer).execute(),
  );
  const subs = new Set(known.map(({ sub }) => sub));
  const missing = seedAccounts(readPlanFile(seedPlanFile)).filter(({ sub }) => !subs.has(sub));
  await upsertAccounts(databaseUrl, oidcIssuer, missing, await loadCipher(personalKeyFile, mode));
  await asOwner(databaseUrl, (db) =>
    db.transaction().execute((tx) => nameSeedPairs(tx, oidcIssuer, new Set(missing.map(({ sub }) => sub)))),
  );
}

/** Of the accounts that are entered now, each unit's case officer answers for its supervision; a reviewer stands in. */
async function nameSeedPairs(tx: Tx, issuer: string, entered: ReadonlySet<string>): Promise<void> {
  const at = await systemClock.now();
  for (const unit of unitsThatName(readPlanFile(seedPlanFile))) {
    const pair = { responsible: `${unit}-caseOfficer-1`, replacement: `${unit}-reviewer-1` };
    if (Object.values(pair).every((sub) => entered.has(sub))) await namePair(tx, { issuer, unit, at }, pair);
  }
}
