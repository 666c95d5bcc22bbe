import type { Label } from '../../domain/label';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { migrate } from '../db/migrate';
import type * as Seed from '../development/seed';
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
// eslint-disable-next-line @typescript-eslint/no-require-imports
const seed = () => require('../development/seed') as typeof Seed;

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
    run: ({ settings }) => seed().publishSeedPlan(settings),
  },
  {
    name: { zh: '开发用账号', en: 'development accounts' },
    applies: ({ embedded }) => embedded.includes('identity'),
    run: ({ settings }) => seed().enterSeedAccounts(settings),
  },
];

export async function prepare(installation: Installation, progress: Progress): Promise<void> {
  for (const step of preparation) {
    if (step.applies(installation)) await progress.during(step.name, () => step.run(installation));
  }
}
