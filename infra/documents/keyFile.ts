import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { parseKeys, StoredKey } from './publicKeys';

/** The keys of a file in its order, or null where there is no such file. Throws where it holds anything else. */
export async function readKeyFile(file: string): Promise<readonly StoredKey[] | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : parseKeys(text);
}

/** Makes a key file (mode 0600) with one new key. Answers false, changing nothing, where the file exists. */
export async function createKeyFile(file: string): Promise<boolean> {
  const draft = await writeDraft(file, [await newKey()]);
  try {
    // A link fails where the name is taken, so of two processes that start together one makes the key.
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Puts a new key first; the older ones keep their public halves, so what they signed still verifies. */
export async function rotateKeyFile(file: string): Promise<void> {
  const older = await readKeyFile(file);
  if (older === null) throw new Error(`${file} does not exist`);
  const retired = older.map(({ kty, crv, x }) => ({ kty, crv, x }));
  await rename(await writeDraft(file, [await newKey(), ...retired]), file);
}

async function newKey(): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return StoredKey.parse(await exportJWK(privateKey));
}

async function writeDraft(file: string, keys: readonly StoredKey[]): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}
