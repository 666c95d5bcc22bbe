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

interface Case {
  readonly caseId: string;
}

export function createActivities(needs: ActivityNeeds) {
  const notices = createNoticeActivities(needs);
  const pushes = createPushActivities(needs.ground, needs.push);
  return {
    ...createRecordActivities(needs.ground),
    deliverNotices: withSignsOfLife((owed: Case) => notices.deliverNotices(owed)),
    pushRegistration: withSignsOfLife((owed: Case) => pushes.pushRegistration(owed)),
  };
}

export type Activities = ReturnType<typeof createActivities>;
export type { Reading } from './record';
