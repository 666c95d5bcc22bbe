import { dateInShanghai } from '../../domain/civilDate';
import type { Label } from '../../domain/label';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { systemClock } from '../clock';
import { migrate } from '../db/migrate';
import { seedAccounts, seedPlanFile } from '../development/accounts';
import { upsertAccounts } from '../identity/accounts';
import { loadCipher } from '../personal/personalKeys';
import { readPlanFile } from '../plan/file';
import { PlanVersionNotFound } from '../plan/publicationErrors';
import { asOwner } from '../db/owner';
import { planInForce, publishPlan } from '../plan/repository';
import type { Installation } from './installation';
import type { Progress } from './progress';
import { registerSearchAttributes } from './searchAttributes';

interface PreparationStep {
  readonly name: Label;
  applies(installation: Installation): boolean;
  /** Does what is missing, and nothing the second time. */
  run(installation: Installation): Promise<unknown>;
}

/** What must be there before any worker or API starts, in this order. */
export const preparation: readonly PreparationStep[] = [
  {
    name: { zh: '数据库结构', en: 'database schema' },
    applies: () => true,
    run: ({ settings }) => migrate(settings.databaseUrl),
  },
  {
    name: { zh: '搜索属性', en: 'search attributes' },
    applies: () => true,
    run: ({ settings }) => registerSearchAttributes(settings, searchAttributeTypes),
  },
  {
    name: { zh: '方案', en: 'plan' },
    // A production's plan is published by somebody, from a date: npm run plan -- publish.
    applies: ({ settings }) => settings.mode === 'development',
    run: publishSeedPlan,
  },
  {
    name: { zh: '开发用账号', en: 'development accounts' },
    applies: ({ embedded }) => embedded.includes('identity'),
    run: enterSeedAccounts,
  },
];

export async function prepare(installation: Installation, progress: Progress): Promise<void> {
  for (const step of preparation) {
    if (step.applies(installation)) await progress.during(step.name, () => step.run(installation));
  }
}

/** A fresh installation begins with the district's own plan; whatever was published since stays in force. */
async function publishSeedPlan({ settings }: Installation): Promise<void> {
  const plan = readPlanFile(seedPlanFile);
  const now = await systemClock.now();
  await asOwner(settings.databaseUrl, async (db) => {
    try {
      await planInForce(db, plan.id, dateInShanghai(now));
    } catch (error) {
      if (!(error instanceof PlanVersionNotFound)) throw error;
      await publishPlan(db, plan, plan.document.inForceFrom, now.toISOString());
    }
  });
}

/** Those that are missing: what an administrator made of the others stays. */
async function enterSeedAccounts({ settings }: Installation): Promise<void> {
  const { databaseUrl, oidcIssuer: issuer } = settings;
  const known = await asOwner(databaseUrl, (db) =>
    db.selectFrom('account').select('sub').where('issuer', '=', issuer).execute(),
  );
  const subs = new Set(known.map(({ sub }) => sub));
  const missing = seedAccounts(readPlanFile(seedPlanFile)).filter(({ sub }) => !subs.has(sub));
  await upsertAccounts(
    databaseUrl,
    issuer,
    missing,
    await loadCipher(settings.personalKeyFile, settings.mode),
  );
}
