import type { Db, Tx } from '../db/connect';
import { note } from './blindIndex';
import { ERASED, type FieldCipher, isSealed } from './cipher';
import { changed, type Holder, holderNames, sealed } from './holders';
import { isStale, someLockedRows, staleRows, writeKept } from './keptRows';

const BATCH = 100;

/** What a rotation did, and how many rows are left: written with an older key meanwhile, or held by others. */
export interface Rotation {
  readonly rows: number;
  readonly left: number;
}

/**
 * Seals with the active key whatever another key sealed, or was kept in clear, in transactions of some rows each.
 * It may be broken off at any time: the next one goes on with what is left.
 * @param db as the owner of the tables
 */
export async function rotate(
  db: Db,
  cipher: FieldCipher,
  progress: (holder: Holder, rows: number) => void,
): Promise<Rotation> {
  let total = 0;
  for (const holder of holderNames) {
    for (;;) {
      const rows = await db.transaction().execute((tx) => rotateSome(tx, cipher, holder));
      if (rows === 0) break;
      progress(holder, rows);
      total += rows;
    }
  }
  return { rows: total, left: await staleRows(db, cipher.activeKey) };
}

async function rotateSome(tx: Tx, cipher: FieldCipher, holder: Holder): Promise<number> {
  const stale = await someLockedRows(tx, holder, isStale(holder, cipher.activeKey), BATCH);
  const clear = stale.map(({ row, kept }) => ({ row, value: inClear(cipher, holder, row, kept) }));
  await note(tx, cipher, holder, clear);
  for (const { row, value } of clear) await writeKept(tx, holder, row, sealed(cipher, holder, row, value));
  return stale.length;
}

/** The row as it was before it was sealed; a mark of erasure stays one. */
function inClear(cipher: FieldCipher, holder: Holder, row: readonly string[], kept: unknown): unknown {
  return changed(holder, kept, (text, field) =>
    isSealed(text) && text !== ERASED ? cipher.open(text, { table: holder, row, field }) : text,
  );
}
