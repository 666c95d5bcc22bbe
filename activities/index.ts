import type { Ground } from '../infra/record/ground';
import { createNoticeActivities } from './deliverNotices';
import type { Mailer } from './mailer';
import { createPushActivities, type PushPort } from './pushRegistration';
import { createRecordActivities } from './record';
import type { Letterhead } from './mail/letter';
import { withSignsOfLife } from './signsOfLife';
import type { SealedDocuments } from '../infra/documents/store';

/** What the effects need: the record's ground, and the ways out of the house. */
export interface ActivityNeeds {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly push: PushPort;
  readonly documents: SealedDocuments;
  readonly letterhead: Letterhead;
}

export function createActivities(needs: ActivityNeeds) {
  const { deliverNotices } = createNoticeActivities(needs);
  const { pushRegistration } = createPushActivities(needs.ground, needs.push);
  return {
    ...createRecordActivities(needs.ground),
    deliverNotices: withSignsOfLife(deliverNotices),
    pushRegistration: withSignsOfLife(pushRegistration),
  };
}

export type Activities = ReturnType<typeof createActivities>;
export type { Reading } from './record';
