import type { Client } from '@temporalio/client';
import type { Letterhead } from '../infra/letters/letterhead';
import type { Letters } from '../infra/letters/store';
import type { Ground } from '../infra/record/ground';
import { createNoticeActivities } from './deliverNotices';
import type { Mailer } from './mailer';
import { createPushActivities, type PushPort } from './pushRegistration';
import { createReconciliationActivities } from './reconciliation';
import { createRecordActivities } from './record';
import { createDutyMailActivities } from './sendDutyMails';
import { createDigestActivities } from './sendDigests';
import { withSignsOfLife } from './signsOfLife';
import type { SealedDocuments } from '../infra/documents/store';

/** What the effects need: the record's ground, and the ways out of the house. */
export interface ActivityNeeds {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly push: PushPort;
  readonly documents: SealedDocuments;
  readonly letters: Letters;
  readonly letterhead: Letterhead;
  /** By which the record is compared with its workflows. */
  readonly client: Client;
}

interface Case {
  readonly caseId: string;
}

export function createActivities(needs: ActivityNeeds) {
  const notices = createNoticeActivities(needs);
  const digests = createDigestActivities(needs);
  const duties = createDutyMailActivities(needs);
  const pushes = createPushActivities(needs.ground, needs.push);
  const reconciliation = createReconciliationActivities(needs.ground, needs.client);
  return {
    ...createRecordActivities(needs.ground),
    deliverNotices: withSignsOfLife((owed: Case) => notices.deliverNotices(owed)),
    sendDigests: withSignsOfLife(() => digests.sendDigests()),
    sendDutyMails: withSignsOfLife(() => duties.sendDutyMails()),
    pushRegistration: withSignsOfLife((owed: Case) => pushes.pushRegistration(owed)),
    compareRecord: withSignsOfLife(() => reconciliation.compareRecord()),
  };
}

export type Activities = ReturnType<typeof createActivities>;
export type { Reading } from './record';
