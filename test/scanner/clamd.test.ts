import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clamdScanner } from '../../infra/scanner/clamd';
import { ScanFailed } from '../../infra/scanner/scanner';
import { breaking, streamOf } from '../storage/contract';
import { type FakeClamd, fakeClamd, type Heard } from './fakeClamd';

describe('the scanner that asks clamd', () => {
  const running: FakeClamd[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((clamd) => clamd.close()));
  });

  async function scannerOf(answering: (heard: Heard) => string | null | undefined, mostBytes?: number) {
    const clamd = await fakeClamd(0, answering, mostBytes);
    running.push(clamd);
    const { port } = clamd.server.address() as AddressInfo;
    return { clamd, scanner: clamdScanner({ host: '127.0.0.1', port }) };
  }

  it('sends every byte in chunks with their length, and takes OK for clean', async () => {
    const { clamd, scanner } = await scannerOf(() => 'stream: OK');
    const paper = randomBytes(1_000_003);
    expect(await scanner.scan(streamOf(paper))).toEqual({ state: 'clean' });
    expect(clamd.heard.map(({ command }) => command)).toEqual(['zINSTREAM']);
    expect(clamd.heard[0]?.stream?.equals(paper)).toBe(true);
  });

  it('says by what a paper is infected', async () => {
    const { scanner } = await scannerOf(() => 'stream: Win.Test.EICAR_HDB-1 FOUND');
    const verdict = await scanner.scan(streamOf(Buffer.from('a paper')));
    expect(verdict).toEqual({ state: 'infected', finding: 'Win.Test.EICAR_HDB-1' });
  });

  it('speaks over a socket of the file system too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-clamd-'));
    const path = join(folder, 'clamd.ctl');
    running.push(await fakeClamd(path, ({ command }) => (command === 'zPING' ? 'PONG' : 'stream: OK')));
    const scanner = clamdScanner({ path });
    await expect(scanner.probe()).resolves.toBeUndefined();
    expect(await scanner.scan(streamOf(Buffer.from('a paper')))).toEqual({ state: 'clean' });
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['cannot read it', () => 'stream: Can not open file ERROR'],
    ['answers what nobody knows', () => 'stream: PERHAPS'],
    ['hangs up without an answer', () => null],
  ])('has no verdict where clamd %s', async (_, answering) => {
    const { scanner } = await scannerOf(answering);
    await expect(scanner.scan(streamOf(Buffer.from('a paper')))).rejects.toThrow(ScanFailed);
  });

  it('has no verdict on what clamd finds too long, and says what it said', async () => {
    const { scanner } = await scannerOf(() => 'stream: OK', 100_000);
    await expect(scanner.scan(streamOf(randomBytes(5_000_000)))).rejects.toThrow('size limit exceeded');
  });

  it('has no verdict on a paper that cannot be read to its end', async () => {
    const { clamd, scanner } = await scannerOf(() => 'stream: OK');
    await expect(scanner.scan(breaking(randomBytes(200_000)))).rejects.toThrow('the source broke off');
    expect(clamd.heard).toEqual([]);
  });

  it('has no verdict where nobody answers in time', async () => {
    const { clamd } = await scannerOf(() => undefined);
    const { port } = clamd.server.address() as AddressInfo;
    const hasty = clamdScanner({ host: '127.0.0.1', port }, 50);
    await expect(hasty.scan(streamOf(Buffer.from('a paper')))).rejects.toThrow('no answer within 50 ms');
  });

  it('has no verdict where clamd is not there', async () => {
    const { clamd, scanner } = await scannerOf(() => 'stream: OK');
    await clamd.close();
    await expect(scanner.scan(streamOf(Buffer.from('a paper')))).rejects.toThrow('cannot be reached');
    await expect(scanner.probe()).rejects.toThrow('cannot be reached');
  });
});
