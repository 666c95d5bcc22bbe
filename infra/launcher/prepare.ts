import type { Label } from '../../domain/label';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import type * as Seed from '../development/seed';
import { migrate } from '../db/migrate';
import { asOwner } from '../db/owner';
import { loadCipher } from '../personal/personalKeys';
import { rotate } from '../personal/rotation';
import { beginMissingSupervisions } from '../record/life';
import { portalBundle } from '../portal/bundle';
import { pinRules } from '../record/olderCases';
import { openGround } from '../record/openGround';
import type { ServerSettings } from '../settings';
import { refoldAll } from '../record/refold';
import type { Installation } from './installation';
import type { Progress } from './progress';
import { registerSearchAttributes } from './searchAttributes';

interface PreparationStep {
  readonly name: Label;
  applies(installation: Installation): boolean;
  /** Does what is missing, and nothing the second time. */
  run(installation: Installation): Promise<unknown>;
}

/** Loaded only where a step runs it: in production nothing of development is even read. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would pass by the loader that reads TypeScript
const seed = () => require('../development/seed') as typeof Seed;

/** What must be there before any worker or API starts, in this order. */
export const preparation: readonly PreparationStep[] = [
  {
    name: { zh: '门户页面', en: 'portal' },
    applies: () => true,
    run: () => portalBundle(),
  },
  {
    name: { zh: '数据库结构', en: 'database schema' },
    applies: () => true,
    run: ({ settings }) => upgrade(settings),
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
    run: ({ settings }) => seed().publishSeedPlan(settings),
  },
  {
    name: { zh: '开发用账号', en: 'development accounts' },
    applies: ({ embedded }) => embedded.includes('identity'),
    run: ({ settings }) => seed().enterSeedAccounts(settings),
  },
  {
    name: { zh: '旧版办件', en: 'cases of an older release' },
    applies: () => true,
    run: ({ settings }) => bringOn(settings),
  },
];

/** Where the structure changed, so may have what a state holds, and personal values may lie in clear. */
async function upgrade({ databaseUrl, personalKeyFile, mode }: ServerSettings): Promise<void> {
  const ran = await migrate(databaseUrl);
  if (ran.length === 0) return;
  const cipher = await loadCipher(personalKeyFile, mode);
  await asOwner(databaseUrl, async (db) => {
    await refoldAll(db);
    await rotate(db, cipher, () => undefined);
  });
}

/** Cases that an older release began go on by the rules of this one. */
async function bringOn(settings: ServerSettings): Promise<void> {
  await asOwner(settings.databaseUrl, async (db) => {
    const ground = await openGround(db, settings);
    await pinRules(ground);
    await beginMissingSupervisions(ground);
  });
}

export async function prepare(installation: Installation, progress: Progress): Promise<void> {
  for (const step of preparation) {
    if (step.applies(installation)) await progress.during(step.name, () => step.run(installation));
  }
}
