import { join } from 'node:path';
import type { PlanVersion } from '../../../domain/plan';
import { readPlanFile } from '../../../infra/plan/file';

const root = join(__dirname, '..', '..', '..');

/** The plan files as they are shipped and as a second, fictional district would write its own. */
export const xiachengFile = join(root, 'domain', 'plans', 'xiacheng.yaml');
export const fictionalFile = join(root, 'test', 'plan', 'fictional.yaml');

export const xiacheng = firstVersion(xiachengFile);
export const fictional = firstVersion(fictionalFile);

function firstVersion(file: string): PlanVersion {
  const plan = readPlanFile(file);
  return { id: `${plan.id}@1`, number: 1, effectiveFrom: plan.document.inForceFrom, plan };
}
