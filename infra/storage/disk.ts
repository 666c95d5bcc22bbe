import { randomUUID } from 'node:crypto';
import {
  access,
  constants,
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Digest, verified } from './digest';
import { isMissing, missingAsNull, removeOlder } from './leftovers';
import {
  checkedHash,
  type Content,
  ContentMissing,
  isHash,
  type Storage,
  type StoredContent,
} from './storage';

/** Where content lies while it is written; no hash begins like this. */
const UNFINISHED = 'unfinished';

/** Storage in a folder: `ab/ab12…`, by the hash alone. It may be shared by processes, and by machines that mount it. */
export function diskStorage(folder: string): Storage {
  const unfinished = join(folder, UNFINISHED);
  const pathOf = (sha256: string) => join(folder, checkedHash(sha256).slice(0, 2), sha256);
  return {
    async put(content) {
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      const draft = join(unfinished, randomUUID());
      try {
        const written = await write(content, draft);
        await moveTo(pathOf(written.sha256), draft);
        return written;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(sha256) {
      const file = await open(pathOf(sha256)).catch((error: unknown) => {
        throw isMissing(error) ? new ContentMissing(sha256) : error;
      });
      return verified(file.createReadStream(), sha256);
    },
    has: (sha256) => exists(pathOf(sha256)),
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => contents(folder),
    removeUnfinished: (before) => removeOlder(unfinished, before),
    async probe() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.R_OK | constants.W_OK);
    },
    close: () => undefined,
  };
}

async function write(content: Readable, path: string): Promise<Content> {
  const digest = new Digest();
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(content, digest, (chunks: AsyncIterable<Buffer>) => writeFile(file, chunks));
    await file.sync();
    return digest.content();
  } finally {
    await file.close();
  }
}

/** A rename is seen whole or not at all; it outlives a power cut once its folder is written down too. */
async function moveTo(path: string, draft: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(draft, path);
  await writeDown(folder);
  if (made !== undefined) await writeDown(dirname(folder));
}

async function writeDown(folder: string): Promise<void> {
  // Windows has no handle on a folder to sync.
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* contents(folder: string): AsyncIterable<StoredContent> {
  for (const part of await namesIn(folder)) {
    if (part === UNFINISHED) continue;
    for (const sha256 of (await namesIn(join(folder, part))).filter(isHash)) {
      const found = await stat(join(folder, part, sha256)).catch(missingAsNull);
      if (found) yield { sha256, bytes: found.size, storedAt: found.mtime };
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(missingAsNull)) ?? [];
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(missingAsNull)) !== null;
}
