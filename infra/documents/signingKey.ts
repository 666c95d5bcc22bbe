import type { CryptoKey } from 'jose';
import { importJWK } from 'jose';
import { createKeyFile, readKeyFile } from './keyFile';
import type { PublicKeys, StoredKey } from './publicKeys';
import { publicKeysOf } from './publicKeys';

/** What signs documents, and the public keys (`/jwks.json`) that verify them, older ones included. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKeys: PublicKeys;
}

/**
 * Loads the key file (a JWK, or a JWKS whose first key signs and all of whose keys verify).
 * In development a missing file is made; in production it must exist: a key that appeared
 * by itself would sign certificates that nobody's published key verifies.
 * Throws an Error that names SIGNING_KEY_FILE and the mend.
 */
export async function loadSigningKey(file: string, mode: 'development' | 'production'): Promise<SigningKey> {
  let keys = await readKeys(file);
  if (keys === null && mode === 'development') {
    await createKeyFile(file);
    keys = await readKeys(file);
  }
  if (keys === null) throw new Error(`${missing(file)} ${mend(file)}`);
  return signingKeyOf(file, keys);
}

async function readKeys(file: string): Promise<readonly StoredKey[] | null> {
  return readKeyFile(file).catch((error: unknown) => {
    throw new Error(`SIGNING_KEY_FILE: ${file} cannot be used: ${(error as Error).message}. ${mend(file)}`);
  });
}

async function signingKeyOf(file: string, keys: readonly StoredKey[]): Promise<SigningKey> {
  const publicKeys = await publicKeysOf(keys);
  const [first] = keys;
  const kid = publicKeys.keys[0]?.kid;
  if (first?.d === undefined || kid === undefined) {
    throw new Error(`SIGNING_KEY_FILE: the first key in ${file} has no private half (d). ${mend(file)}`);
  }
  const { kty, crv, x, d } = first;
  const privateKey = await importJWK({ kty, crv, x, d }, 'EdDSA');
  return { kid, privateKey, publicKeys };
}

const missing = (file: string) => `SIGNING_KEY_FILE: ${file} does not exist, and production makes no keys.`;

const mend = (file: string) =>
  `Restore the key file from its backup, point SIGNING_KEY_FILE at it, or make one: npm run verify -- --new-key ${file}`;
