import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ScanningParts, scanOnce, startScanning } from '../../infra/papers/scanning';
import { builtInScanner, noScanner } from '../../infra/scanner/builtIn';
import { clamdScanner } from '../../infra/scanner/clamd';
import type { Scanner } from '../../infra/scanner/scanner';
import { fakeClamd } from '../scanner/fakeClamd';
import { until } from '../world/until';
import { eicar } from './files';
import { openShelf, type Shelf } from './shelf';

let shelf: Shelf;
beforeEach(async () => (shelf = await openShelf()));
afterEach(() => shelf.close());

const partsWith = (scanner: Scanner): ScanningParts => ({ db: shelf.db, storage: shelf.storage, scanner });

/** @returns the errors that were reported */
async function scan(scanner: Scanner = builtInScanner): Promise<string[]> {
  const errors: string[] = [];
  await scanOnce(partsWith(scanner), (error) => errors.push(String(error)));
  return errors;
}

/** A scanner that counts what it sees. */
function counting(): { scanner: Scanner; seen: Buffer[] } {
  const seen: Buffer[] = [];
  const scanner: Scanner = {
    ...builtInScanner,
    async scan(content) {
      seen.push(await buffer(content));
      return { state: 'clean' };
    },
  };
  return { scanner, seen };
}

const infected = () => Buffer.from(`%PDF ${eicar}`);
/** As if back-off and leases were over. */
const letTimePass = () =>
  shelf.database.pool.query(
    "update paper set next_scan_at = '-infinity', leased_until = leased_until - interval '1 hour'",
  );

describe('a paper waits for the scanner on its row', () => {
  it('and is clean once the scanner has read all of it', async () => {
    const bytes = randomBytes(200_000);
    const { id } = await shelf.handIn(bytes);
    expect(await shelf.paper(id)).toMatchObject({ state: 'received', scanner: null });
    const { scanner, seen } = counting();
    await scan(scanner);
    expect(await shelf.paper(id)).toMatchObject({ state: 'clean', scanner: 'builtIn', leased_until: null });
    expect(seen.map((each) => each.equals(bytes))).toEqual([true]);
    await scan(scanner);
    expect(seen).toHaveLength(1);
  });

  it('is infected by what the scanner finds, and its content is gone', async () => {
    const { id, sha256 } = await shelf.handIn(infected());
    expect(await scan()).toEqual([]);
    expect(await shelf.paper(id)).toMatchObject({ state: 'infected', finding: 'EICAR test file' });
    expect(await shelf.storage.has(sha256)).toBe(false);
  });

  it('is infected wherever the same bytes were handed in, even where they passed before', async () => {
    const passed = await shelf.handIn(infected());
    await scan(noScanner);
    expect(await shelf.paper(passed.id)).toMatchObject({ state: 'clean', scanner: 'none' });
    const again = await shelf.handIn(infected());
    await scan();
    for (const { id } of [passed, again]) expect(await shelf.paper(id)).toMatchObject({ state: 'infected' });
    expect(await shelf.storage.has(passed.sha256)).toBe(false);
  });

  it('is looked at anew when the same infected bytes come again', async () => {
    await shelf.handIn(infected());
    await scan();
    const { id, sha256 } = await shelf.handIn(infected());
    expect(await shelf.storage.has(sha256)).toBe(true);
    await scan();
    expect(await shelf.paper(id)).toMatchObject({ state: 'infected' });
    expect(await shelf.storage.has(sha256)).toBe(false);
  });

  it('says that no scanner looked where there is none', async () => {
    const { id } = await shelf.handIn(infected());
    await scan(noScanner);
    expect(await shelf.paper(id)).toMatchObject({ state: 'clean', scanner: 'none' });
  });
});

describe('a scanner that fails', () => {
  it('is asked again, later each time, until it has a verdict', async () => {
    const clamd = await fakeClamd(0, () => 'stream: OK');
    const { port } = clamd.server.address() as AddressInfo;
    const scanner = clamdScanner({ host: '127.0.0.1', port });
    await clamd.close();
    const { id } = await shelf.handIn(Buffer.from('a paper'));
    expect(await scan(scanner)).toEqual([expect.stringContaining('clamd cannot be reached')]);
    const first = await shelf.paper(id);
    expect(first).toMatchObject({
      state: 'scanFailed',
      scan_attempts: 1,
      scan_error: 'clamd cannot be reached',
    });
    expect(await scan(scanner)).toEqual([]);
    await letTimePass();
    await scan(scanner);
    const second = await shelf.paper(id);
    expect(second.scan_attempts).toBe(2);
    await letTimePass();
    const back = await fakeClamd(port, () => 'stream: OK');
    expect(await scan(scanner)).toEqual([]);
    expect(await shelf.paper(id)).toMatchObject({ state: 'clean', scanner: 'clamd', scan_error: null });
    await back.close();
  });

  it('leaves nothing clean whose content is not what was handed in', async () => {
    const { id, sha256 } = await shelf.handIn(Buffer.from('as it was handed in'));
    await shelf.storage.delete(sha256);
    expect(await scan()).toEqual([expect.stringContaining('ContentMissing')]);
    expect(await shelf.paper(id)).toMatchObject({ state: 'scanFailed' });
  });
});

describe('a process that dies while a paper is scanned', () => {
  it('loses nothing: the row is found by the next one, once its lease is over', async () => {
    const { id } = await shelf.handIn(Buffer.from('a paper'));
    // What such a process leaves behind: a lease, and no verdict.
    await shelf.database.pool.query("update paper set leased_until = now() + interval '2 minutes'");
    expect(await scanOnce(partsWith(builtInScanner), fail)).toBe(0);
    await letTimePass();
    expect(await scanOnce(partsWith(builtInScanner), fail)).toBe(1);
    expect(await shelf.paper(id)).toMatchObject({ state: 'clean' });
  });

  it('before the upload was scanned at all: the next process begins with it', async () => {
    const { id } = await shelf.handIn(Buffer.from('a paper'));
    const scanning = startScanning(partsWith(builtInScanner), fail);
    await until('the paper is scanned', async () =>
      (await shelf.paper(id)).state === 'clean' ? true : null,
    );
    await scanning.close();
  });
});

describe('several processes', () => {
  it('scan each paper once', async () => {
    const papers = Array.from({ length: 12 }, (_, index) => Buffer.from(`paper ${index}`));
    for (const bytes of papers) await shelf.handIn(bytes);
    const { scanner, seen } = counting();
    const processes = [1, 2, 3].map(() => startScanning(partsWith(scanner), fail));
    await until('all are scanned', async () => {
      const { rows } = await shelf.database.pool.query("select 1 from paper where state <> 'clean'");
      return rows.length === 0 ? true : null;
    });
    await Promise.all(processes.map((scanning) => scanning.close()));
    expect(seen.map(String).sort()).toEqual(papers.map(String).sort());
  });
});

function fail(error: unknown): never {
  throw error;
}
