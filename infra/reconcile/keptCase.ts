import type { CaseFile } from '../../domain/caseFile';
import type { CaseEvent } from '../../domain/event';
import type { Db } from '../db/connect';
import { eventsAfter } from '../record/events';

/** A case as PostgreSQL holds it. */
export interface KeptCase {
  readonly caseId: string;
  readonly state: CaseFile;
  readonly events: readonly CaseEvent[];
  readonly worklist: readonly { readonly id: string; readonly status: string; readonly version: number }[];
  readonly notices: readonly KeptNotice[];
  readonly pushes: readonly { readonly key: string; readonly error: string | null }[];
  readonly wakeUp: {
    readonly upTo: number;
    readonly delivered: number;
    readonly error: string | null;
  } | null;
}

export interface KeptNotice {
  readonly seq: number;
  readonly template: string;
  readonly status: string;
  readonly sendAfter: Date;
  /** Whose digest it goes out with; null where it is a mail of its own. */
  readonly gatheredFor: string | null;
  readonly error: string | null;
}

/** The numbers of the cases after one, in order; the closed ones among them. */
export async function caseIdsAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('case_file')
    .select('case_id')
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(limit)
    .execute();
  return rows.map(({ case_id }) => case_id);
}

/** Reads all of a case at one moment. */
export function keptCase(db: Db, caseId: string): Promise<KeptCase> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { state } = await tx
        .selectFrom('case_file')
        .select('state')
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      const wakeUp = await tx
        .selectFrom('wake_up')
        .select(['up_to as upTo', 'delivered', 'last_error as error'])
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      return {
        caseId,
        state,
        events: await eventsAfter(tx, caseId, 0),
        worklist: await tx
          .selectFrom('work_item')
          .select(['id', 'status', 'version'])
          .where('case_id', '=', caseId)
          .execute(),
        notices: await tx
          .selectFrom('notice')
          .select([
            'seq',
            'template',
            'status',
            'send_after as sendAfter',
            'gathered_for as gatheredFor',
            'last_error as error',
          ])
          .where('case_id', '=', caseId)
          .orderBy('seq')
          .execute(),
        pushes: await tx
          .selectFrom('push')
          .select(['key', 'last_error as error'])
          .where('case_id', '=', caseId)
          .where('status', '=', 'waiting')
          .execute(),
        wakeUp: wakeUp ?? null,
      };
    });
}
