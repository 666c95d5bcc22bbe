import type { Act } from '../../../../domain/act';
import { acceptanceActs } from './acceptance';
import { courseActs } from './course';
import { decisionActs } from './decision';
import { filingActs } from './filing';
import type { Performed } from './performing';
import { reviewActs } from './review';

/** Every act there is, in sentences that begin with its name. */
export const performing: Performed<Act> = {
  ...acceptanceActs,
  ...reviewActs,
  ...decisionActs,
  ...filingActs,
  ...courseActs,
};
