import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeOlder } from '../storage/leftovers';
import type { Storage } from '../storage/storage';
import { createInspection, type Inspect } from './inspection';
import { createPdfReader } from './pdf';
import { createTurns, type Turns } from './turns';

/** Where papers are handed in: received into a folder of their own, looked at, and only then kept. */
export interface PaperDesk {
  readonly storage: Storage;
  /** @throws FileRefused */
  readonly inspect: Inspect;
  /** Papers are kept in a transaction: so many at once that connections are left for everything else. */
  readonly keepingTurns: Turns;
  /** Gives one upload a folder on this machine, which is gone with all it holds once the work has ended, however. */
  withFolder<T>(work: (folder: string) => Promise<T>): Promise<T>;
  /** Removes the folders of uploads whose process was killed. */
  removeLeftovers(now: Date): Promise<void>;
  close(): Promise<void>;
}

const KEPT_AT_ONCE = 4;
/** Longer than any upload may take. */
const GRACE_MS = 60 * 60 * 1_000;

export function createPaperDesk(storage: Storage, incoming: string): PaperDesk {
  const pdf = createPdfReader();
  return {
    storage,
    inspect: createInspection(pdf),
    keepingTurns: createTurns(KEPT_AT_ONCE),
    async withFolder(work) {
      const folder = join(incoming, randomUUID());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        return await work(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async removeLeftovers(now) {
      await removeOlder(incoming, new Date(now.getTime() - GRACE_MS));
    },
    close: () => pdf.close(),
  };
}
