import type { LicensingEvent } from '../../../world/licensing';
import { acceptanceEvents } from './acceptance';
import { amendmentEvents } from './amendment';
import { courseEvents } from './course';
import { decisionEvents } from './decision';
import { filingEvents } from './filing';
import { letterEvents } from './letters';
import { returnEvents } from './returns';
import { reviewEvents } from './review';
import { timeEvents } from './time';
import type { Sentences } from './told';

/** Every event that can follow a submission, in sentences that begin with its name. */
export const events: Sentences<Exclude<LicensingEvent, 'submitted'>> = {
  ...acceptanceEvents,
  ...reviewEvents,
  ...decisionEvents,
  ...filingEvents,
  ...courseEvents,
  ...returnEvents,
  ...amendmentEvents,
  ...letterEvents,
  ...timeEvents,
};
