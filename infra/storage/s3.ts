import { randomUUID } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Digest, verified } from './digest';
import { checkedHash, ContentMissing, isHash, type Storage, type StoredContent } from './storage';

export interface S3Setting {
  readonly bucket: string;
  /** Stands before every key: empty, or ends in a slash. */
  readonly prefix: string;
  readonly region: string;
  /** A server other than Amazon's; null for theirs. */
  readonly endpoint: string | null;
}

/** More than a paper may have: each goes in one piece, so that no part of one is ever left behind. */
const PART_BYTES = 32 * 1024 * 1024;
const CONNECT_MS = 5_000;
const ANSWER_MS = 60_000;

/**
 * Storage in a bucket of S3 or of a server that speaks it. Keys: `content/<hash>`; what is being written lies under
 * `unfinished/` until its hash is known. Credentials come the way of Amazon's SDK (AWS_ACCESS_KEY_ID …).
 */
export function s3Storage(setting: S3Setting): Storage {
  const { bucket: Bucket, prefix, region, endpoint } = setting;
  const client = new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // The SDK's own checksums travel in a form that many other servers do not take; ours is the key itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
  });
  const contents = `${prefix}content/`;
  const unfinished = `${prefix}unfinished/`;
  const keyOf = (sha256: string) => contents + checkedHash(sha256);
  const remove = (Key: string) => client.send(new DeleteObjectCommand({ Bucket, Key }));

  return {
    async put(content) {
      const draft = unfinished + randomUUID();
      const digest = new Digest();
      // Where the source fails, the digest fails with it, and the upload with that.
      pipeline(content, digest, () => undefined);
      const params = { Bucket, Key: draft, Body: digest };
      try {
        await new Upload({ client, params, partSize: PART_BYTES, queueSize: 1 }).done();
        const written = digest.content();
        const CopySource = `${Bucket}/${draft.split('/').map(encodeURIComponent).join('/')}`;
        await client.send(new CopyObjectCommand({ Bucket, Key: keyOf(written.sha256), CopySource }));
        return written;
      } finally {
        // Left where the server is gone: it is found again as unfinished.
        await remove(draft).catch(() => undefined);
      }
    },
    async get(sha256) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(sha256) }));
        return verified(Body as Readable, sha256);
      } catch (error) {
        throw isMissing(error) ? new ContentMissing(sha256) : error;
      }
    },
    async has(sha256) {
      try {
        await client.send(new HeadObjectCommand({ Bucket, Key: keyOf(sha256) }));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async delete(sha256) {
      await remove(keyOf(sha256));
    },
    async *list() {
      for await (const { name, ...found } of listing(client, Bucket, contents)) {
        if (isHash(name)) yield { sha256: name, ...found };
      }
    },
    async removeUnfinished(before) {
      let removed = 0;
      for await (const { name, storedAt } of listing(client, Bucket, unfinished)) {
        if (storedAt >= before) continue;
        await remove(unfinished + name);
        removed += 1;
      }
      return removed;
    },
    async probe() {
      await client.send(new HeadBucketCommand({ Bucket }));
    },
    close: () => client.destroy(),
  };
}

type Listed = Omit<StoredContent, 'sha256'> & { readonly name: string };

async function* listing(client: S3Client, Bucket: string, Prefix: string): AsyncIterable<Listed> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
    for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
      yield { name: Key.slice(Prefix.length), bytes: Size, storedAt: LastModified };
    }
  }
}

/** The object, that is; a bucket that is not there is another fault. */
function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name);
}
