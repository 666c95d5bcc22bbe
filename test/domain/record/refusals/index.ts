import type { RefusalCode } from '../../../../domain/refusal';
import { contentRefusals } from './content';
import { courseRefusals } from './course';
import { dateRefusals } from './dates';
import { momentRefusals } from './moment';
import { pendingRefusals } from './pending';
import { personRefusals } from './persons';
import type { Refusals } from './refused';

/** Every refusal there is, by what is refused. */
export const refused: Refusals<RefusalCode> = {
  ...personRefusals,
  ...momentRefusals,
  ...pendingRefusals,
  ...contentRefusals,
  ...courseRefusals,
  ...dateRefusals,
};
