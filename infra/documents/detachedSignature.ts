import { CompactSign } from 'jose';
import type { SigningKey } from './signingKey';

/** What a signature says besides: what it is for, and what it binds its content to. */
export interface SignedHeader extends Readonly<Record<string, unknown>> {
  /** Keeps it from passing for a signature of something else (RFC 8725, 3.11). */
  readonly typ: string;
}

/** A compact JWS over these very bytes, without them (RFC 7515, appendix F): they travel as the body. */
export async function detachedSignature(
  bytes: Buffer,
  header: SignedHeader,
  key: SigningKey,
): Promise<string> {
  const jws = await new CompactSign(bytes)
    .setProtectedHeader({ ...header, alg: 'EdDSA', kid: key.kid })
    .sign(key.privateKey);
  const [head, , signature] = jws.split('.');
  return `${head}..${signature}`;
}
