import { ApplicationFailure } from '@temporalio/common';
import { sql } from 'kysely';
import { systemActor } from '../domain/actor';
import type { CaseFile } from '../domain/caseFile';
import type { ChangeAsked } from '../domain/application';
import { institutionOf } from '../domain/itinerary';
import type { ExitMeasure } from '../domain/supervision';
import type { StoredApplication } from '../infra/personal/storedApplication';
import { currentItem } from '../domain/process';
import { record } from '../infra/record/act';
import type { Ground } from '../infra/record/ground';

/** The registration data that the registrar owes the health bureau (plan 三(二)5): of a beginning, a change or an end. */
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
  /** Of a change (变更): which institution, by the case that certified it first, and what of it. */
  readonly change?: ChangeAsked;
  /** Of an exit (退出): which institution, by which legal act, and the day of its deregistration. */
  readonly exit?: {
    readonly institution: string;
    readonly measure: ExitMeasure;
    readonly deregisteredOn: string;
  };
}

/** Sends a push; throws when it did not arrive. The key makes a repeated push the same one. */
export type PushPort = (push: RegistrationPush, key: string) => Promise<{ readonly receiptNo: string }>;

/** How far the record reaches once the push has arrived: the workflow reads on to there. */
export interface Pushed {
  readonly lastSeq: number;
}

export function createPushActivities(ground: Ground, push: PushPort) {
  return {
    /** Pushes the registration, or its end, and records its arrival; a failed try is seen on the case and tried again. */
    async pushRegistration({ caseId }: { readonly caseId: string }): Promise<Pushed> {
      const { state, application, registered } = await load(ground, caseId);
      const item = currentItem(state, 'push');
      if (!item) throw ApplicationFailure.retryable(`Case ${caseId}: no push is open`, 'PushNotOpen');
      if (item.status === 'open') {
        const key = `${caseId}:push:${item.round}:${state.itinerary.registrar}`;
        const { receiptNo } = await attempt(ground, caseId, key, () =>
          push(dataOf(state, application, registered), key),
        );
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
  const { state, body, registered } = await ground.db
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.application_id')
    .innerJoin('case_file as certified', 'certified.case_id', 'case_file.application_id')
    .select(['case_file.state', 'application.body', 'certified.state as registered'])
    .where('case_file.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return { state, application: body, registered };
}

/** @param registered the case by which the institution applied last: the file itself, but for an exit */
function dataOf(file: CaseFile, application: StoredApplication, registered: CaseFile): RegistrationPush {
  const { itinerary } = file;
  const exit = file.supervision?.exit;
  const { existingRegistration } = application.facts;
  return {
    caseId: file.caseId,
    institution: application.institution.name,
    address: application.institution.address,
    serviceMode: itinerary.serviceMode,
    ownership: itinerary.ownership,
    registrar: itinerary.registrar ?? '',
    registration: itinerary.registration,
    unifiedCode: registered.unifiedCode ?? existingRegistration?.unifiedCode ?? '',
    registeredOn: registered.dates.registration ?? '',
    ...(itinerary.change && { change: itinerary.change }),
    ...(exit && {
      exit: {
        institution: institutionOf(file),
        measure: exit.measure,
        deregisteredOn: exit.deregisteredOn ?? '',
      },
    }),
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
