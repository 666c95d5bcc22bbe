import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { PersonalField } from '../../domain/application';
import type { PersonalKeys } from './keyFile';

declare const sealed: unique symbol;
/** A value as it is kept: `pd1.<key id>.<nonce, ciphertext and tag, base64url>`, or ERASED. */
export type Sealed = string & { readonly [sealed]: true };

/** Stands where a personal value was erased. */
export const ERASED = 'erased' as Sealed;

/** Where a value is kept. It is sealed for this place alone: moved elsewhere, it does not open. */
export interface Place {
  readonly table: string;
  /** The row's primary key. */
  readonly row: readonly string[];
  readonly field: PersonalField | 'idToken';
}

/** A kept value that cannot be read; the message names the place and never the value. */
export class PersonalDataFault extends Error {
  override readonly name = 'PersonalDataFault';
  constructor({ table, row, field }: Place, what: string) {
    super(`Personal data, ${table} ${row.join(' ')}, ${field}: ${what}`);
  }
}

/** Encrypts single values at rest (AES-256-GCM) and makes the digests by which they are found (HMAC-SHA-256). */
export interface FieldCipher {
  /** The id of the key that encrypts. */
  readonly activeKey: string;
  seal(value: string, place: Place): Sealed;
  /** The clear value; null where it was erased. @throws PersonalDataFault */
  open(value: string, place: Place): string | null;
  /** The same for the same words of a kind, and telling nothing of them without the key. */
  digest(kind: string, words: string): string;
}

const VERSION = 'pd1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param newer reads the keys again: another process may have sealed with a key that came after our start */
export function createCipher(keys: PersonalKeys, newer: () => PersonalKeys = () => keys): FieldCipher {
  let known = keys;
  const keyOf = (kid: string): Buffer | undefined => {
    const find = () => known.encryption.find((each) => each.kid === kid)?.key;
    if (find() === undefined) known = newer();
    return find();
  };
  const active = () => {
    const [first] = known.encryption;
    if (!first) throw new Error('There is no key for personal data');
    return first;
  };
  return {
    get activeKey() {
      return active().kid;
    },
    seal(value, place) {
      const { kid, key } = active();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound(place));
      const bytes = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${kid}.${bytes.toString('base64url')}` as Sealed;
    },
    open(value, place) {
      if (value === ERASED) return null;
      const [version, kid = '', encoded = '', ...rest] = value.split('.');
      if (version !== VERSION || rest.length > 0)
        throw new PersonalDataFault(place, 'kept in clear: run npm run personal -- rotate');
      const key = keyOf(kid);
      if (!key) throw new PersonalDataFault(place, `key ${kid} is not in PERSONAL_KEY_FILE`);
      return decrypted(Buffer.from(encoded, 'base64url'), key, place);
    },
    digest: (kind, words) =>
      createHmac('sha256', known.index).update(`${kind}\n${words}`).digest('base64url'),
  };
}

/** Whether a value is as it should be kept by now: erased, or sealed with the active key. */
export function isCurrent(value: string, { activeKey }: FieldCipher): boolean {
  return value === ERASED || value.startsWith(`${VERSION}.${activeKey}.`);
}

export function isSealed(value: string): value is Sealed {
  return value === ERASED || value.startsWith(`${VERSION}.`);
}

function bound({ table, row, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, ...row, field]));
}

function decrypted(bytes: Buffer, key: Buffer, place: Place): string {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(bound(place)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw new PersonalDataFault(place, 'it was altered, or sealed for another place');
  }
}
