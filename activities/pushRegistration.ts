import { ApplicationFailure } from '@temporalio/common';
import { sql } from 'kysely';
import { systemActor } from '../domain/actor';
import type { CaseFile } from '../domain/caseFile';
import { currentItem } from '../domain/process';
import { record } from '../infra/record/act';
import type { Ground } from '../infra/record/ground';

/** The registration data that the registrar owes the health bureau (plan 三(二)5). */
export interface RegistrationPush {
  readonly caseId: string;
  readonly institution: string;
  readonly address: string;
  readonly serviceMode: string;
  readonly ownership: string;
  readonly registrar: string;
  readonly registration: string;
  readonly unifiedCode: string;
  readonly registeredOn: string;
}

/** Sends a push; throws when it did not arrive. The key makes a repeated push the same one. */
export type PushPort = (push: RegistrationPush, key: string) => Promise<{ readonly receiptNo: string }>;

/** How far the record reaches once the push has arrived: the workflow reads on to there. */
export interface Pushed {
  readonly lastSeq: number;
}

export function createPushActivities(ground: Ground, push: PushPort) {
  return {
    /** Pushes the registration and records its arrival; a failed try is seen on the case and tried again. */
    async pushRegistration({ caseId }: { readonly caseId: string }): Promise<Pushed> {
      const { state, application } = await load(ground, caseId);
      const item = currentItem(state, 'push');
      if (!item) throw ApplicationFailure.retryable(`Case ${caseId}: no push is open`, 'PushNotOpen');
      if (item.status === 'open') {
        const key = `${caseId}:push:${item.round}:${state.itinerary.registrar}`;
        const { receiptNo } = await attempt(ground, caseId, key, () => push(dataOf(state, application), key));
        await confirm(ground, caseId, item.id, key, receiptNo);
      }
      return ground.db
        .selectFrom('case_file')
        .select('seq as lastSeq')
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
    },
  };
}

async function load(ground: Ground, caseId: string) {
  const { state, body } = await ground.db
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.application_id')
    .select(['case_file.state', 'application.body'])
    .where('case_file.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return { state, application: body };
}

function dataOf(
  file: CaseFile,
  application: { institution: { name: string; address: string } },
): RegistrationPush {
  const { itinerary } = file;
  return {
    caseId: file.caseId,
    institution: application.institution.name,
    address: application.institution.address,
    serviceMode: itinerary.serviceMode,
    ownership: itinerary.ownership,
    registrar: itinerary.registrar ?? '',
    registration: itinerary.registration,
    unifiedCode: file.unifiedCode ?? '',
    registeredOn: file.dates.registration ?? '',
  };
}

/** Every try leaves its mark before and after, so that a failing push is visible while it fails. */
async function attempt<T>(ground: Ground, caseId: string, key: string, send: () => Promise<T>): Promise<T> {
  const now = await ground.clock.now();
  await ground.db
    .insertInto('push')
    .values({ key, case_id: caseId, attempts: 1, last_attempt_at: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ attempts: sql`push.attempts + 1`, last_attempt_at: now }),
    )
    .execute();
  try {
    return await send();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await ground.db.updateTable('push').set({ last_error: reason }).where('key', '=', key).execute();
    throw ApplicationFailure.retryable(reason, 'PushFailed');
  }
}

async function confirm(
  ground: Ground,
  caseId: string,
  item: string,
  key: string,
  receiptNo: string,
): Promise<void> {
  await ground.db.transaction().execute(async (tx) => {
    await record(
      tx,
      ground,
      { caseId, workItem: item, body: { act: 'confirmPush', receiptNo }, actor: systemActor },
      'byWorkflow',
    );
    await tx
      .updateTable('push')
      .set({
        status: 'delivered',
        receipt_no: receiptNo,
        delivered_at: await ground.clock.now(),
        last_error: null,
      })
      .where('key', '=', key)
      .execute();
  });
}
