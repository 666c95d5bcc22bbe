import type { Db } from '../db/connect';
import type { Storage } from '../storage/storage';
import { isReferredTo, removeUnreferenced } from './content';

/** What one sweep removed. */
export interface Swept {
  /** Content that no row refers to. */
  readonly contents: number;
  /** Content that was begun and never finished. */
  readonly unfinished: number;
}

/** Longer than any upload: what is younger may be on its way to its row. */
const GRACE_MS = 60 * 60 * 1_000;

/** Removes what crashes left in the storage: content whose row was never written, or whose removal was not done. */
export async function sweep(db: Db, storage: Storage, now: Date): Promise<Swept> {
  const before = new Date(now.getTime() - GRACE_MS);
  const unfinished = await storage.removeUnfinished(before);
  let contents = 0;
  for await (const { sha256, storedAt } of storage.list()) {
    // A look without the lock first: nearly everything is referred to, and is done with here.
    if (storedAt >= before || (await isReferredTo(db, sha256))) continue;
    if (await removeUnreferenced(db, storage, sha256)) contents += 1;
  }
  return { contents, unfinished };
}
