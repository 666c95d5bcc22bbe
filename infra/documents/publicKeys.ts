import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

/** An Ed25519 key as it is published at `/jwks.json`; `kid` is its RFC 7638 thumbprint. */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** All keys that verify documents, the signing one first. */
export interface PublicKeys {
  readonly keys: readonly PublicKey[];
}

const base64url32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** An Ed25519 key in a file: private with `d`, a retired one without. */
export const StoredKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: base64url32,
  d: base64url32.optional(),
});
export type StoredKey = z.infer<typeof StoredKey>;

const StoredKeys = z.union([
  z.object({ keys: z.array(StoredKey).min(1) }),
  StoredKey.transform((key) => ({ keys: [key] })),
]);

/** Reads a JWK or a JWKS of Ed25519 keys, private or public. Throws where the text is neither. */
export function parseKeys(text: string): readonly StoredKey[] {
  const parsed = StoredKeys.safeParse(parseJson(text));
  if (!parsed.success) throw new Error('not a JWK or JWKS of Ed25519 keys (kty OKP, crv Ed25519)');
  return parsed.data.keys;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The public halves. The `kid` is computed, never taken from the file, so it cannot name another key. */
export async function publicKeysOf(keys: readonly StoredKey[]): Promise<PublicKeys> {
  return { keys: await Promise.all(keys.map(publicKeyOf)) };
}

async function publicKeyOf({ x }: StoredKey): Promise<PublicKey> {
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
}
