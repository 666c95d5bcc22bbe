import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream';
import { type Content, ContentAltered } from './storage';

/** Lets bytes through and knows their hash and number once they have passed. */
export class Digest extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  /** To be asked once, at the end. */
  content(): Content {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}

/** The same bytes, but the last of them only once the hash of all is right. The stream fails with ContentAltered. */
export function verified(content: Readable, sha256: string): Readable {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const before = held;
      held = chunk;
      done(null, before ?? undefined);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held ?? undefined);
      else done(new ContentAltered(sha256));
    },
  });
  // Its error reaches whoever reads `check`; and where they stop reading, the source is let go of.
  pipeline(content, check, () => undefined);
  return check;
}
