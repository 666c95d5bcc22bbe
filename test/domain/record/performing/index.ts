import type { LicensingAct } from '../../../world/licensing';
import { acceptanceActs } from './acceptance';
import { courseActs } from './course';
import { decisionActs } from './decision';
import { filingActs } from './filing';
import type { Performed } from './performing';
import { reviewActs } from './review';

/** Every act of licensing, in sentences that begin with its name. */
export const performing: Performed<LicensingAct> = {
  ...acceptanceActs,
  ...reviewActs,
  ...decisionActs,
  ...filingActs,
  ...courseActs,
};
