import { sleep } from '@temporalio/workflow';
import * as unchanged from '../../../workflows/cases';

/** The workflows of cases as a careless change would leave them: one more timer, and no `patched()`. */
function careless(workflow: typeof unchanged.licensing): typeof unchanged.licensing {
  return async (input) => {
    await sleep('1 minute');
    return workflow(input);
  };
}

export const licensing = careless(unchanged.licensing);
export const supervision = careless(unchanged.supervision);
export const evaluation = careless(unchanged.evaluation);
export const construction = careless(unchanged.construction);
export const support = careless(unchanged.support);
