import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { diskStorage } from '../../infra/storage/disk';
import { ContentAltered } from '../../infra/storage/storage';
import { environment } from '../ground/environment';
import { until } from '../world/until';
import { keepsContent, listed, sha256Of, streamOf } from './contract';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-storage-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('storage on disk', () => {
  keepsContent(() => diskStorage(join(folder, 'contract')));

  const storage = () => diskStorage(join(folder, 'own'));
  const pathOf = (sha256: string) => join(folder, 'own', sha256.slice(0, 2), sha256);

  it('lays content under nothing but its hash, for its own user alone', async () => {
    const bytes = Buffer.from('a paper');
    const { sha256 } = await storage().put(streamOf(bytes));
    expect(statSync(pathOf(sha256)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'own', sha256.slice(0, 2))).mode & 0o777).toBe(0o700);
  });

  it('gives out no bytes for a whole that are not those of the hash', async () => {
    const { sha256 } = await storage().put(streamOf(Buffer.from('as it was handed in')));
    writeFileSync(pathOf(sha256), 'as somebody altered it');
    await expect(buffer(await storage().get(sha256))).rejects.toThrow(ContentAltered);
  });

  it('shows nothing of content whose process dies before it is renamed', async () => {
    const child = spawn(
      process.execPath,
      ['--require', require.resolve('tsx/cjs'), join(__dirname, 'dyingPut.ts'), join(folder, 'dying')],
      { stdio: 'ignore', env: environment() },
    );
    const unfinished = join(folder, 'dying', 'unfinished');
    await until('the child has begun to write', async () =>
      existsSync(unfinished) &&
      readdirSync(unfinished).some((name) => statSync(join(unfinished, name)).size > 0)
        ? true
        : null,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = diskStorage(join(folder, 'dying'));
    expect(await listed(left)).toEqual([]);
    expect(readdirSync(unfinished)).toHaveLength(1);
    // Whoever comes later clears it away, once it is old enough to be nobody's.
    expect(await left.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await left.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    expect(readdirSync(unfinished)).toEqual([]);
  });

  it('lists hashes alone: what else lies in the folder is not its own', async () => {
    const other = diskStorage(join(folder, 'mixed'));
    const { sha256 } = await other.put(streamOf(Buffer.from('content')));
    writeFileSync(join(folder, 'mixed', sha256.slice(0, 2), 'notes.txt'), 'not content');
    writeFileSync(join(folder, 'mixed', 'README'), 'not content');
    expect((await listed(other)).map((each) => each.sha256)).toEqual([sha256]);
  });

  it('dates content by its last put', async () => {
    const bytes = Buffer.from('put twice');
    const { sha256 } = await storage().put(streamOf(bytes));
    utimesSync(pathOf(sha256), new Date(0), new Date(0));
    await storage().put(streamOf(bytes));
    const found = (await listed(storage())).find((each) => each.sha256 === sha256);
    expect(found?.storedAt.getTime()).toBeGreaterThan(0);
  });

  it('says that it cannot be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'file'), join(folder, 'blocked'));
    const blocked = diskStorage(join(folder, 'blocked'));
    await expect(blocked.probe()).rejects.toThrow();
    await expect(blocked.put(streamOf(Buffer.from('x')))).rejects.toThrow();
  });
});

it('hashes as everybody does', () => {
  expect(sha256Of(Buffer.from('abc'))).toMatch(/^ba7816bf/);
});
