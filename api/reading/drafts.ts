import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import type { Db, Tx } from '../../infra/db/connect';
import { instant } from '../contracts/text';
import type { Draft, UnfinishedApplication } from '../contracts/draft';
import { pageAnswer, pageOf } from '../http/paging';
import { Problem } from '../http/problem';
import { etagOf } from '../http/precondition';
import { API } from '../paths';
import type { Services } from '../services';

const position = z.tuple([instant, z.uuid()]);

export interface DraftRow {
  readonly id: string;
  readonly organisation: string;
  readonly body: unknown;
  readonly version: number;
  readonly case_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The drafts of the applicant's organisation, the last begun first. */
export async function draftList(
  { ground }: Services,
  actor: Actor,
  filter: { readonly limit: number; readonly cursor?: string | undefined },
  address: string,
) {
  const { limit, after } = pageOf(filter, position);
  let query = ground.db
    .selectFrom('draft')
    .selectAll()
    .where('organisation', '=', actor.organisation ?? '')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after) {
    const [createdAt, id] = after;
    query = query.where((at) =>
      at.or([
        at('created_at', '<', new Date(createdAt)),
        at.and([at('created_at', '=', new Date(createdAt)), at('id', '<', id)]),
      ]),
    );
  }
  const rows = await query.execute();
  return pageAnswer(rows, limit, (row) => [row.created_at.toISOString(), row.id], draftView, address);
}

/** A draft of the applicant's organisation. @throws Problem where there is none */
export async function draftOf(db: Db, actor: Actor, id: string): Promise<DraftRow> {
  const row = await db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst();
  return own(row, actor);
}

/** The same, held until the transaction ends. @throws Problem also where another version is there by now */
export async function lockedDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  expectedVersion: number,
): Promise<DraftRow> {
  const row = await tx.selectFrom('draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  const draft = own(row, actor);
  if (draft.case_id !== null) throw alreadySubmitted(draft.case_id);
  if (draft.version !== expectedVersion) throw changedMeanwhile(draft);
  return draft;
}

/** A draft that is still being written, and in a transaction stays so until that ends. @throws Problem */
export async function writableDraft(db: Db | Tx, actor: Actor, id: string): Promise<DraftRow> {
  const row = await db.selectFrom('draft').selectAll().where('id', '=', id).forShare().executeTakeFirst();
  const draft = own(row, actor);
  if (draft.case_id !== null) throw alreadySubmitted(draft.case_id);
  return draft;
}

export function draftView(row: DraftRow): Draft {
  return {
    id: row.id,
    version: row.version,
    organisation: row.organisation,
    // What is stored was checked when it was saved.
    application: row.body as UnfinishedApplication,
    caseId: row.case_id,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function own(row: DraftRow | undefined, actor: Actor): DraftRow {
  if (!row) throw new Problem('draftNotFound');
  // Another organisation's draft is nobody else's to know of.
  if (row.organisation !== actor.organisation) throw new Problem('draftNotFound');
  return row;
}

function alreadySubmitted(caseId: string): Problem {
  return new Problem('alreadySubmitted', { headers: { location: `${API}/cases/${caseId}` } });
}

function changedMeanwhile({ version, updated_at }: DraftRow): Problem {
  const at = updated_at.toISOString();
  return new Problem('versionMismatch', {
    headers: { etag: etagOf(version) },
    detail: {
      zh: `草稿已于 ${at} 保存为第 ${version} 版。`,
      en: `The draft was saved as version ${version} at ${at}.`,
    },
  });
}
