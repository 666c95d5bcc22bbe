import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature turns out to be; only `valid` lets a push in. */
export type SignatureVerdict = 'valid' | 'malformed' | 'mismatch' | 'stale';

export interface SignedBody {
  readonly secret: string;
  /** The body as received, before any parsing. */
  readonly body: string;
  /** The value of `X-Signature`, where there was one. */
  readonly header: string | undefined;
}

/** How old (or how far ahead) a signature may be, by whose clock. */
export interface Freshness {
  readonly now: Date;
  readonly toleranceSeconds: number;
}

/** The value of `X-Signature`: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`. */
export function sign(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`;
}

/** Checks a signature in constant time; the time counts only once the signature holds, since it is signed too. */
export function verify({ secret, body, header }: SignedBody, freshness: Freshness): SignatureVerdict {
  const [, seconds, hex] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (seconds === undefined || hex === undefined) return 'malformed';
  const expected = digest(secret, Number(seconds), body);
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return 'mismatch';
  const age = Math.abs(freshness.now.getTime() / 1_000 - Number(seconds));
  return age <= freshness.toleranceSeconds ? 'valid' : 'stale';
}

function digest(secret: string, seconds: number, body: string): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
}
