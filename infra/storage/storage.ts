import type { Readable } from 'node:stream';

/** What is stored is known by nothing but its SHA-256 (64 hex digits). */
export interface Content {
  readonly sha256: string;
  readonly bytes: number;
}

export interface StoredContent extends Content {
  /** When it was put, last. */
  readonly storedAt: Date;
}

/** Content-addressed storage: the same bytes are kept once, and what is kept is never changed. */
export interface Storage {
  /** Keeps what the stream holds, whole or not at all; durable once it resolves. */
  put(content: Readable): Promise<Content>;
  /** The stream fails before its last bytes where they are not those of the hash. @throws ContentMissing */
  get(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Nothing happens where it is not there. Whoever calls this knows that nothing refers to it. */
  delete(sha256: string): Promise<void>;
  list(): AsyncIterable<StoredContent>;
  /** Removes what was begun before an instant and never finished: its process is gone. @returns how many */
  removeUnfinished(before: Date): Promise<number>;
  /** @throws where the storage cannot be reached or written to */
  probe(): Promise<void>;
  close(): void;
}

export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
  constructor(readonly sha256: string) {
    super(`The storage does not hold ${sha256}`);
  }
}

/** The bytes are not those that were stored under this hash. */
export class ContentAltered extends Error {
  override readonly name = 'ContentAltered';
  constructor(readonly sha256: string) {
    super(`What the storage holds as ${sha256} has another hash`);
  }
}

/** The storage cannot be reached, or has no room: trying again later may help. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}

const HASH = /^[0-9a-f]{64}$/;

export function isHash(value: string): boolean {
  return HASH.test(value);
}

/** Only a hash ever becomes a path or a key. @throws RangeError */
export function checkedHash(value: string): string {
  if (!isHash(value)) throw new RangeError('Content is addressed by its SHA-256, 64 hex digits');
  return value;
}
