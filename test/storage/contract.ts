import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ContentMissing, type Storage, type StoredContent } from '../../infra/storage/storage';

export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** A stream of chunks of 64 KB, as a file's is. */
export const streamOf = (bytes: Buffer) => Readable.from(chunksOf(bytes), { objectMode: false });

export async function listed(storage: Storage): Promise<StoredContent[]> {
  const found: StoredContent[] = [];
  for await (const each of storage.list()) found.push(each);
  return found;
}

/** Fails after its first chunk, as the connection of somebody who hangs up does. */
export function breaking(bytes: Buffer): Readable {
  return Readable.from(
    (function* () {
      yield bytes.subarray(0, 65_536);
      throw new Error('the source broke off');
    })(),
    { objectMode: false },
  );
}

/** What every storage does, whatever it stands on. */
export function keepsContent(open: () => Storage): void {
  const content = randomBytes(300_000);
  const sha256 = sha256Of(content);
  let storage: Storage;
  beforeAll(() => (storage = open()));
  afterAll(() => storage.close());

  it('keeps what a stream holds under its hash, and gives it back', async () => {
    expect(await storage.put(streamOf(content))).toEqual({ sha256, bytes: content.length });
    expect(await storage.has(sha256)).toBe(true);
    expect(content.equals(await buffer(await storage.get(sha256)))).toBe(true);
  });

  it('keeps the same content once, however often it is put', async () => {
    await Promise.all([1, 2, 3].map(() => storage.put(streamOf(content))));
    const found = (await listed(storage)).filter((each) => each.sha256 === sha256);
    expect(found.map(({ bytes }) => bytes)).toEqual([content.length]);
  });

  it('keeps nothing of a stream that breaks off, and says so', async () => {
    const before = (await listed(storage)).length;
    await expect(storage.put(breaking(content))).rejects.toThrow('the source broke off');
    expect(await listed(storage)).toHaveLength(before);
    expect(await storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('knows what it does not hold', async () => {
    const unknown = sha256Of(Buffer.from('never stored'));
    expect(await storage.has(unknown)).toBe(false);
    await expect(storage.get(unknown)).rejects.toThrow(ContentMissing);
    await expect(storage.delete(unknown)).resolves.toBeUndefined();
  });

  it('deletes what nothing refers to any more', async () => {
    const { sha256: gone } = await storage.put(streamOf(Buffer.from('wanted no more')));
    await storage.delete(gone);
    expect(await storage.has(gone)).toBe(false);
    expect((await listed(storage)).map((each) => each.sha256)).not.toContain(gone);
  });

  it.each(['../../etc/passwd', 'ab/cd', '', 'A'.repeat(64), 'g'.repeat(64), `${'a'.repeat(64)}/..`])(
    'takes nothing but a hash for an address: not %j',
    async (address) => {
      await expect((async () => storage.get(address))()).rejects.toThrow(RangeError);
      await expect((async () => storage.delete(address))()).rejects.toThrow(RangeError);
      await expect((async () => storage.has(address))()).rejects.toThrow(RangeError);
    },
  );

  it('answers that it is there', async () => {
    await expect(storage.probe()).resolves.toBeUndefined();
  });
}

function* chunksOf(bytes: Buffer): Iterable<Buffer> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}
