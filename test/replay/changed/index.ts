import { sleep } from '@temporalio/workflow';
import * as unchanged from '../../../workflows/cases';
import * as digest from '../../../workflows/digests';
import * as duty from '../../../workflows/dutyMails';

/** The workflows as a careless change would leave them: one more timer, and no `patched()`. */
function careless<I extends unknown[], R>(workflow: (...input: I) => Promise<R>): typeof workflow {
  return async (...input) => {
    await sleep('1 minute');
    return workflow(...input);
  };
}

export const licensing = careless(unchanged.licensing);
export const supervision = careless(unchanged.supervision);
export const evaluation = careless(unchanged.evaluation);
export const construction = careless(unchanged.construction);
export const support = careless(unchanged.support);
export const digests = careless(digest.digests);
export const dutyMails = careless(duty.dutyMails);
