import type { LicensingRefusal } from '../../world/licensing';
import { contentRefusals } from './content';
import { courseRefusals } from './course';
import { dateRefusals } from './dates';
import { momentRefusals } from './moment';
import { pendingRefusals } from './pending';
import { personRefusals } from './persons';
import type { Refusals } from './refused';

/** An act of licensing for every reason that the record has to refuse one, and how it is refused. */
export const refusals: Refusals<LicensingRefusal> = {
  ...personRefusals,
  ...momentRefusals,
  ...pendingRefusals,
  ...courseRefusals,
  ...contentRefusals,
  ...dateRefusals,
};
