import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepContents } from '../../infra/papers/content';
import { createPaperDesk } from '../../infra/papers/desk';
import { addPaper } from '../../infra/papers/papers';
import { scanOnce } from '../../infra/papers/scanning';
import { sweep } from '../../infra/papers/sweep';
import { builtInScanner } from '../../infra/scanner/builtIn';
import { streamOf } from '../storage/contract';
import { applicant } from '../world/people';
import { until } from '../world/until';
import { eicar } from './files';
import { openShelf, type Shelf } from './shelf';

let shelf: Shelf;
beforeEach(async () => (shelf = await openShelf()));
afterEach(() => shelf.close());

const twoHoursOn = () => new Date(Date.now() + 2 * 60 * 60 * 1_000);
const swept = (now = twoHoursOn()) => sweep(shelf.db, shelf.storage, now);

describe('the sweep of the storage', () => {
  it('removes content whose row was never written, and keeps what rows refer to', async () => {
    const kept = await shelf.handIn(Buffer.from('a paper'));
    const orphan = await shelf.storage.put(streamOf(Buffer.from('its process died before the row')));
    expect(await swept()).toEqual({ contents: 1, unfinished: 0 });
    expect(await shelf.storage.has(orphan.sha256)).toBe(false);
    expect(await shelf.storage.has(kept.sha256)).toBe(true);
    expect(await swept()).toEqual({ contents: 0, unfinished: 0 });
  });

  it('leaves alone what may be on its way to its row', async () => {
    const young = await shelf.storage.put(streamOf(Buffer.from('on its way')));
    expect(await swept(new Date())).toEqual({ contents: 0, unfinished: 0 });
    expect(await shelf.storage.has(young.sha256)).toBe(true);
  });

  it('removes infected content whose removal a crash prevented', async () => {
    const { sha256 } = await shelf.handIn(Buffer.from(`%PDF ${eicar}`));
    const broken = { ...shelf.storage, delete: () => Promise.reject(new Error('the process dies here')) };
    const parts = { db: shelf.db, storage: broken, scanner: builtInScanner };
    await scanOnce(parts, () => undefined);
    expect(await shelf.storage.has(sha256)).toBe(true);
    expect(await swept()).toEqual({ contents: 1, unfinished: 0 });
    expect(await shelf.storage.has(sha256)).toBe(false);
  });

  it('removes what was never written to its end', async () => {
    const unfinished = join(shelf.folder, 'papers', 'unfinished');
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'half'), 'half');
    expect(await swept()).toEqual({ contents: 0, unfinished: 1 });
    expect(readdirSync(unfinished)).toEqual([]);
  });

  it('takes nothing from an upload of the same bytes that comes at the same time', async () => {
    const bytes = Buffer.from('an orphan that somebody uploads again');
    const file = shelf.received(bytes);
    await shelf.storage.put(streamOf(bytes));
    let sweeping: Promise<unknown> = Promise.resolve();
    await shelf.db.transaction().execute(async (tx) => {
      await keepContents(tx, shelf.storage, [file]);
      // The content was there, so it was not put again; its row is not there for others to see yet.
      sweeping = swept();
      await until('the sweep waits for the upload', async () => {
        const { rows } = await shelf.database.pool.query(
          `select 1 from pg_locks join pg_database on pg_database.oid = database
            where datname = current_database() and locktype = 'advisory' and not granted`,
        );
        return rows.length > 0 ? true : null;
      });
      const arrival = {
        owner: { draftId: shelf.draftId },
        material: 'premisesRight',
        by: applicant,
        at: new Date(),
      };
      await addPaper(tx, arrival, { ...file, fileName: 'a.pdf', kind: 'pdf' });
    });
    expect(await sweeping).toEqual({ contents: 0, unfinished: 0 });
    expect(await shelf.storage.has(file.sha256)).toBe(true);
  });

  it('and what it took before an upload is put again', async () => {
    const bytes = Buffer.from('swept, then uploaded');
    await shelf.storage.put(streamOf(bytes));
    await swept();
    const { sha256 } = await shelf.handIn(bytes);
    expect(await shelf.storage.has(sha256)).toBe(true);
  });
});

describe('the desk where uploads are received', () => {
  it('clears away folders of processes that were killed, and leaves those that are in use', async () => {
    const incoming = join(shelf.folder, 'incoming');
    const desk = createPaperDesk(shelf.storage, incoming);
    mkdirSync(join(incoming, 'old'), { recursive: true });
    writeFileSync(join(incoming, 'old', 'half'), 'half');
    utimesSync(join(incoming, 'old'), new Date(0), new Date(0));
    await desk.withFolder(async () => {
      await desk.removeLeftovers(new Date());
      expect(readdirSync(incoming)).toHaveLength(1);
    });
    expect(readdirSync(incoming)).toEqual([]);
    await desk.close();
  });
});
