import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { Label } from '../../domain/label';
import type { DocumentStatement } from './documentStatement';
import { decodeStatement, encodeStatement } from './documentStatement';
import type { PublicKey, PublicKeys } from './publicKeys';
import type { SigningKey } from './signingKey';

/** Keeps a signature that the same key made for something else from passing as a document (RFC 8725, 3.11). */
const TYPE = 'ow-doc';

export const sealFaults = {
  malformed: { zh: '不是本系统签发的文书数据', en: 'This is no document statement' },
  unknownKey: { zh: '签名密钥不在公开密钥之列', en: 'The signing key is not among the published keys' },
  badSignature: {
    zh: '签名不符，内容可能被改动',
    en: 'The signature does not match: the content may be altered',
  },
} as const satisfies Readonly<Record<string, Label>>;
type SealFaultCode = keyof typeof sealFaults;

/** A sealed statement that does not verify; `code` says why. */
export class SealFault extends Error {
  override readonly name = 'SealFault';
  constructor(readonly code: SealFaultCode) {
    super(`${code}: ${sealFaults[code].en}`);
  }
}

/** Signs a statement: compact JWS, EdDSA. Ed25519 is deterministic, so the same statement gives the same JWS. */
export async function seal(statement: DocumentStatement, key: SigningKey): Promise<{ readonly jws: string }> {
  const header = { alg: 'EdDSA', typ: TYPE, kid: key.kid };
  const jws = await new CompactSign(encodeStatement(statement))
    .setProtectedHeader(header)
    .sign(key.privateKey);
  return { jws };
}

/** The statement that a JWS carries, once its signature is proven. Throws SealFault. */
export async function verifyStatement(jws: string, published: PublicKeys): Promise<DocumentStatement> {
  const key = published.keys.find(({ kid }) => kid === keyIdOf(jws));
  if (key === undefined) throw new SealFault('unknownKey');
  const statement = decodeStatement(await signedPayload(jws, key));
  if (statement === null) throw new SealFault('malformed');
  return statement;
}

/** The id of the key that a JWS claims to be signed with. Throws SealFault `malformed`. */
function keyIdOf(jws: string): string {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(jws);
    if (alg === 'EdDSA' && typ === TYPE && kid !== undefined) return kid;
  } catch {
    // Not a JWS at all: the same answer.
  }
  throw new SealFault('malformed');
}

async function signedPayload(jws: string, key: PublicKey): Promise<Uint8Array> {
  const publicKey = await importJWK({ ...key }, 'EdDSA');
  try {
    return (await compactVerify(jws, publicKey, { algorithms: ['EdDSA'] })).payload;
  } catch {
    throw new SealFault('badSignature');
  }
}
