import { dateInShanghai } from '../../domain/civilDate';
import { systemClock } from '../clock';
import { upsertAccounts } from '../identity/accounts';
import { readPlanFile } from '../plan/file';
import { PlanVersionNotFound } from '../plan/publicationErrors';
import { asPublisher } from '../plan/publisher';
import { planInForce, publishPlan } from '../plan/repository';
import type { ServerSettings } from '../settings';
import { seedAccounts, seedPlanFile } from './accounts';

/** A fresh installation begins with the district's own plan; whatever was published since stays in force. */
export async function publishSeedPlan({ databaseUrl }: ServerSettings): Promise<void> {
  const plan = readPlanFile(seedPlanFile);
  const now = await systemClock.now();
  await asPublisher(databaseUrl, async (db) => {
    try {
      await planInForce(db, plan.id, dateInShanghai(now));
    } catch (error) {
      if (!(error instanceof PlanVersionNotFound)) throw error;
      await publishPlan(db, plan, plan.document.inForceFrom, now.toISOString());
    }
  });
}

/** Those that are missing: what an administrator made of the others stays. */
export async function enterSeedAccounts({ databaseUrl, oidcIssuer }: ServerSettings): Promise<void> {
  const known = await asPublisher(databaseUrl, (db) =>
    db.selectFrom('account').select('sub').where('issuer', '=', oidcIssuer).execute(),
  );
  const subs = new Set(known.map(({ sub }) => sub));
  const missing = seedAccounts(readPlanFile(seedPlanFile)).filter(({ sub }) => !subs.has(sub));
  await upsertAccounts(databaseUrl, oidcIssuer, missing);
}
