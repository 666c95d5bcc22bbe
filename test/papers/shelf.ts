import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepContents } from '../../infra/papers/content';
import { addPaper, findPaper, type PaperRow } from '../../infra/papers/papers';
import { diskStorage } from '../../infra/storage/disk';
import { testDatabase } from '../database';
import { sha256Of } from '../storage/contract';
import { applicant, ORGANISATION } from '../world/people';

export type Shelf = Awaited<ReturnType<typeof openShelf>>;

/** A database, a storage and a draft that papers are handed in on, without an API around them. */
export async function openShelf() {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-shelf-'));
  const storage = diskStorage(join(folder, 'papers'));
  const draftId = randomUUID();
  const at = new Date();
  await database.db
    .insertInto('draft')
    .values({
      id: draftId,
      organisation: ORGANISATION,
      created_by: applicant.sub,
      body: '{}',
      version: 1,
      case_id: null,
      created_at: at,
      updated_at: at,
    })
    .execute();

  return {
    database,
    db: database.db,
    storage,
    folder,
    draftId,
    /** A file as it was received, waiting to be kept. */
    received(bytes: Buffer) {
      const path = join(folder, randomUUID());
      writeFileSync(path, bytes);
      return { path, bytes: bytes.length, sha256: sha256Of(bytes) };
    },
    async handIn(bytes: Buffer): Promise<PaperRow> {
      const file = this.received(bytes);
      return database.db.transaction().execute(async (tx) => {
        await keepContents(tx, storage, [file]);
        const arrival = { owner: { draftId }, material: 'premisesRight', by: applicant, at };
        return addPaper(tx, arrival, { ...file, fileName: '材料.pdf', kind: 'pdf' });
      });
    },
    async paper(id: string): Promise<PaperRow> {
      const row = await findPaper(database.db, id);
      if (!row) throw new Error(`There is no paper ${id}`);
      return row;
    },
    async close() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
