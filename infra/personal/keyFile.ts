import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const key256 = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '256 bits in base64url');
const EncryptionKey = z.object({
  kty: z.literal('oct'),
  alg: z.literal('A256GCM'),
  kid: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  k: key256,
});
const IndexKey = z.object({ kty: z.literal('oct'), alg: z.literal('HS256'), k: key256 });

/** A JWKS of secret keys. The first A256GCM key encrypts, all of them decrypt; the one HS256 key makes the index. */
const KeySet = z.object({ keys: z.array(z.union([EncryptionKey, IndexKey])) });

/** The keys of personal data. */
export interface PersonalKeys {
  /** The active one first. */
  readonly encryption: readonly { readonly kid: string; readonly key: Buffer }[];
  readonly index: Buffer;
}

/** The keys of a file, or null where there is no such file. @throws Error where it holds anything else */
export function readPersonalKeys(file: string): PersonalKeys | null {
  const text = readOrNull(file);
  if (text === null) return null;
  const { keys } = parse(text);
  const encryption = keys.filter((key) => key.alg === 'A256GCM');
  const [index, ...others] = keys.filter((key) => key.alg === 'HS256');
  if (encryption.length === 0) throw new Error('it has no key with alg A256GCM');
  if (index === undefined || others.length > 0) throw new Error('it needs exactly one key with alg HS256');
  if (new Set(encryption.map(({ kid }) => kid)).size < encryption.length)
    throw new Error('it has two keys of one kid');
  return {
    encryption: encryption.map(({ kid, k }) => ({ kid, key: Buffer.from(k, 'base64url') })),
    index: Buffer.from(index.k, 'base64url'),
  };
}

/** Makes a key file (mode 0600). Answers false, changing nothing, where the file exists. */
export async function createPersonalKeyFile(file: string): Promise<boolean> {
  const draft = await writeDraft(file, { encryption: [newKey()], index: randomBytes(32) });
  try {
    // A link fails where the name is taken, so of two processes that start together one makes the keys.
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Puts a new key first. @returns its id */
export async function addPersonalKey(file: string): Promise<string> {
  const keys = existing(file);
  const added = newKey();
  await rename(await writeDraft(file, { ...keys, encryption: [added, ...keys.encryption] }), file);
  return added.kid;
}

/** Takes a key out of the file: whatever is still encrypted with it, backups included, is lost for good. */
export async function dropPersonalKey(file: string, kid: string): Promise<void> {
  const keys = existing(file);
  const encryption = keys.encryption.filter((each) => each.kid !== kid);
  await rename(await writeDraft(file, { ...keys, encryption }), file);
}

function existing(file: string): PersonalKeys {
  const keys = readPersonalKeys(file);
  if (keys === null) throw new Error(`${file} does not exist`);
  return keys;
}

function newKey() {
  return { kid: randomBytes(6).toString('hex'), key: randomBytes(32) };
}

async function writeDraft(file: string, { encryption, index }: PersonalKeys): Promise<string> {
  const keys = [
    ...encryption.map(({ kid, key }) => ({ kty: 'oct', alg: 'A256GCM', kid, k: key.toString('base64url') })),
    { kty: 'oct', alg: 'HS256', k: index.toString('base64url') },
  ];
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

/** A message must not quote the file. */
function parse(text: string): z.infer<typeof KeySet> {
  try {
    return KeySet.parse(JSON.parse(text));
  } catch {
    throw new Error('it is no JWKS of A256GCM keys and one HS256 key');
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
