import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { s3Storage, type S3Setting } from '../../infra/storage/s3';
import { ContentAltered } from '../../infra/storage/storage';
import { keepsContent, listed, sha256Of, streamOf } from './contract';

const BUCKET = 'papers';
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

beforeAll(() => {
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
});
afterAll(() => {
  delete process.env.AWS_ACCESS_KEY_ID;
  delete process.env.AWS_SECRET_ACCESS_KEY;
});

describe('storage in a bucket', () => {
  let folder: string;
  let server: S3rver;
  let setting: S3Setting;
  let client: S3Client;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-s3-'));
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: BUCKET, configs: [] }],
    });
    const { port } = await server.run();
    const endpoint = `http://127.0.0.1:${port}`;
    setting = { bucket: BUCKET, prefix: 'district/', region: 'us-east-1', endpoint };
    client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  keepsContent(() => s3Storage(setting));

  const keys = async () => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    return Contents.map(({ Key }) => Key);
  };

  it('gives each content the key of its hash below the prefix, and leaves nothing else', async () => {
    const storage = s3Storage(setting);
    const bytes = Buffer.alloc(6_000_000, 'page ');
    const { sha256 } = await storage.put(streamOf(bytes));
    expect(bytes.equals(await buffer(await storage.get(sha256)))).toBe(true);
    const found = await keys();
    expect(found).toContain(`district/content/${sha256}`);
    expect(found.filter((key) => !key?.startsWith('district/content/'))).toEqual([]);
    storage.close();
  });

  it('gives out no bytes for a whole that are not those of the hash', async () => {
    const storage = s3Storage(setting);
    const { sha256 } = await storage.put(streamOf(Buffer.from('as it was handed in')));
    const Key = `district/content/${sha256}`;
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'as somebody altered it' }));
    await expect(buffer(await storage.get(sha256))).rejects.toThrow(ContentAltered);
    storage.close();
  });

  it('clears away what a process left that died between upload and hash', async () => {
    const storage = s3Storage(setting);
    const Key = 'district/unfinished/left-behind';
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'half' }));
    expect((await listed(storage)).map((each) => each.sha256)).not.toContain(sha256Of(Buffer.from('half')));
    expect(await storage.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    await expect(client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))).rejects.toThrow();
    storage.close();
  });

  it('says that the bucket is not there', async () => {
    const storage = s3Storage({ ...setting, bucket: 'nowhere' });
    await expect(storage.probe()).rejects.toThrow();
    await expect(storage.put(streamOf(Buffer.from('x')))).rejects.toThrow();
    storage.close();
  });
});

describe('storage in a bucket whose server is not there', () => {
  it('fails, and says of nothing that it is missing', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const endpoint = `http://127.0.0.1:${port}`;
    const storage = s3Storage({ bucket: BUCKET, prefix: '', region: 'us-east-1', endpoint });
    await expect(storage.has(sha256Of(Buffer.from('x')))).rejects.toThrow('ECONNREFUSED');
    await expect(storage.get(sha256Of(Buffer.from('x')))).rejects.toThrow('ECONNREFUSED');
    storage.close();
  });
});
