import type { RefusalCode } from '../../../../domain/refusal';
import type { LicensingRefusal } from '../../../world/licensing';
import { contentRefusals } from './content';
import { courseRefusals } from './course';
import { dateRefusals } from './dates';
import { momentRefusals } from './moment';
import { pendingRefusals } from './pending';
import { personRefusals } from './persons';
import type { Refusals } from './refused';

/** What is refused to somebody who looks, not to somebody who acts: see test/domain/disclosure.test.ts. */
export const refusedLooks = ['nothingOpen'] as const satisfies readonly RefusalCode[];

/** Every refusal of an act, by what is refused. */
export const refused: Refusals<Exclude<LicensingRefusal, (typeof refusedLooks)[number]>> = {
  ...personRefusals,
  ...momentRefusals,
  ...pendingRefusals,
  ...contentRefusals,
  ...courseRefusals,
  ...dateRefusals,
};
