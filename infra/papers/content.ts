import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/connect';
import { type Content, ContentAltered, type Storage, StorageUnavailable } from '../storage/storage';

/*
 * Content comes before the row that refers to it, and goes after the last one. Between the two nobody may take away
 * what another is about to refer to: both sides hold the hash's lock until their transaction ends.
 */

type File = Content & { readonly path: string };

/**
 * Keeps what files on this machine hold, for rows that the same transaction adds. Locks are taken in one order, so
 * that two uploads of the same files never wait for one another. @throws StorageUnavailable
 */
export async function keepContents(tx: Tx, storage: Storage, files: readonly File[]): Promise<void> {
  const sorted = [...files].sort((a, b) => a.sha256.localeCompare(b.sha256));
  for (const file of sorted) {
    await lockContent(tx, file.sha256);
    const kept = await putOnce(storage, file).catch(unavailable);
    if (kept.sha256 !== file.sha256) throw new ContentAltered(file.sha256);
  }
}

async function putOnce(storage: Storage, { path, sha256, bytes }: File): Promise<Content> {
  return (await storage.has(sha256)) ? { sha256, bytes } : storage.put(createReadStream(path));
}

/** What a paper holds. @throws StorageUnavailable */
export async function openContent(storage: Storage, { sha256 }: Pick<Content, 'sha256'>): Promise<Readable> {
  return storage.get(sha256).catch(unavailable);
}

function unavailable(error: unknown): never {
  const words = error instanceof Error ? error.message : String(error);
  throw new StorageUnavailable(`The storage of papers: ${words}`, { cause: error });
}

/** Whether a paper needs this content; an infected one needs none any more. */
export async function isReferredTo(db: Db | Tx, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('paper')
    .select('id')
    .where('sha256', '=', sha256)
    .where('state', '<>', 'infected')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes content that no paper needs. @returns whether it did */
export function removeUnreferenced(db: Db, storage: Storage, sha256: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await lockContent(tx, sha256);
    if (await isReferredTo(tx, sha256)) return false;
    await storage.delete(sha256);
    return true;
  });
}

async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`content ${sha256}`}, 0))`.execute(tx);
}
