import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Actor } from '../../domain/actor';
import { paperFormats, type PaperKind, withoutContent } from '../../domain/paper';
import type { Db, Tx } from '../db/connect';
import type { PaperTable } from '../db/schema';
import type { Content } from '../storage/storage';

export type PaperRow = Selectable<PaperTable>;

/** Whose papers: a draft's, or a case's with those that its draft had. */
export type PaperOwner = { readonly draftId: string } | { readonly caseId: string };

/** A file that was taken as a paper. */
export interface TakenFile extends Content {
  readonly fileName: string;
  readonly kind: PaperKind;
}

interface Arrival {
  readonly owner: PaperOwner;
  readonly material: string;
  readonly by: Actor;
  readonly at: Date;
  /** The work item that it shows something of, and which finding, from 1. */
  readonly about?: { readonly workItem: string; readonly findingNo: number | null };
}

/** Adds a paper; its content must be kept already, in the same transaction. */
export function addPaper(tx: Tx, arrival: Arrival, file: TakenFile): Promise<PaperRow> {
  return insert(tx, { ...arrival, version: 1 }, file);
}

/** Adds the next version of a paper that is locked; the one before stays, and says what replaced it. */
export async function replacePaper(
  tx: Tx,
  before: PaperRow,
  { by, at }: Pick<Arrival, 'by' | 'at'>,
  file: TakenFile,
): Promise<PaperRow> {
  const { material, version } = before;
  const paper = await insert(tx, { owner: ownerOf(before), material, version: version + 1, by, at }, file);
  await tx.updateTable('paper').set({ replaced_by: paper.id }).where('id', '=', before.id).execute();
  return paper;
}

export function findPaper(db: Db | Tx, id: string): Promise<PaperRow | undefined> {
  return db.selectFrom('paper').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same, held until the transaction ends: only one of two replaces it. */
export function lockedPaper(tx: Tx, id: string): Promise<PaperRow> {
  return tx.selectFrom('paper').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

/** Every paper of a draft or case, replaced ones too, in the order in which they came. */
export function papersOf(db: Db | Tx, owner: PaperOwner): Promise<PaperRow[]> {
  return ofOwner(db, owner).selectAll().orderBy('no').execute();
}

/** What shows something of work items of a case, in the order in which it came. */
export function shownPapersOf(db: Db | Tx, caseId: string): Promise<PaperRow[]> {
  const shown = db.selectFrom('paper').where('case_id', '=', caseId).where('work_item', 'is not', null);
  return shown.selectAll().orderBy('no').execute();
}

/** The same, of one work item. */
export function papersOfItem(db: Db | Tx, workItem: string): Promise<PaperRow[]> {
  return db.selectFrom('paper').where('work_item', '=', workItem).selectAll().orderBy('no').execute();
}

/** The materials for which a paper is there: a replaced one is not, nor one whose content is gone. */
export async function materialsWithPapers(db: Db | Tx, owner: PaperOwner): Promise<string[]> {
  const rows = await ofOwner(db, owner)
    .select('material')
    .distinct()
    .where('replaced_by', 'is', null)
    .where('state', 'not in', withoutContent)
    .orderBy('material')
    .execute();
  return rows.map(({ material }) => material);
}

/** Hands the papers of a draft on to the case that it becomes, in the transaction of its submission. */
export async function carryPapers(tx: Tx, draftId: string, caseId: string): Promise<void> {
  await tx.updateTable('paper').set({ case_id: caseId }).where('draft_id', '=', draftId).execute();
}

/** Where a paper is: on its case once there is one. */
export function ownerOf({ case_id, draft_id }: Pick<PaperRow, 'case_id' | 'draft_id'>): PaperOwner {
  if (case_id !== null) return { caseId: case_id };
  if (draft_id !== null) return { draftId: draft_id };
  throw new TypeError('A paper is of a draft or of a case');
}

function ofOwner(db: Db | Tx, owner: PaperOwner) {
  const papers = db.selectFrom('paper');
  return 'caseId' in owner
    ? papers.where('case_id', '=', owner.caseId)
    : papers.where('draft_id', '=', owner.draftId);
}

function insert(
  tx: Tx,
  { owner, material, version, by, at, about }: Arrival & { readonly version: number },
  { fileName, kind, bytes, sha256 }: TakenFile,
): Promise<PaperRow> {
  return tx
    .insertInto('paper')
    .values({
      id: randomUUID(),
      draft_id: 'draftId' in owner ? owner.draftId : null,
      case_id: 'caseId' in owner ? owner.caseId : null,
      material,
      version,
      file_name: fileName,
      media_type: paperFormats[kind].mediaType,
      bytes,
      sha256,
      uploaded_by: by.sub,
      uploaded_unit: by.unit,
      uploaded_at: at,
      work_item: about?.workItem ?? null,
      finding_no: about?.findingNo ?? null,
      replaced_by: null,
      scanner: null,
      finding: null,
      scan_error: null,
      leased_until: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
