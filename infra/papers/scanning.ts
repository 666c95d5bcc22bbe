import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../db/connect';
import type { Scanner, Verdict } from '../scanner/scanner';
import type { Storage } from '../storage/storage';
import { removeUnreferenced } from './content';

/** What scanning needs. */
export interface ScanningParts {
  readonly db: Db;
  readonly storage: Storage;
  readonly scanner: Scanner;
}

export interface Scanning {
  /** Finishes what is being scanned, and stops. */
  close(): Promise<void>;
}

interface UnscannedPaper {
  readonly id: string;
  readonly sha256: string;
}

const BATCH = 4;
const IDLE_MS = 250;
/** Longer than a scanner may take: a lease that ends was a crashed process's. */
const LEASE = sql.lit('2 minutes');
const LONGEST_BACKOFF_SECONDS = 300;

/**
 * Scans what was uploaded, for as long as the process lives. The row is the truth: whatever is not scanned is found
 * there, by this process or another, after a crash and while the scanner was away. Rows are leased as the relay's
 * are; leases and back-off follow the database's clock.
 */
export function startScanning(parts: ScanningParts, onError: (error: unknown) => void): Scanning {
  const stop = new AbortController();
  const loop = (async () => {
    while (!stop.signal.aborted) {
      const scanned = await scanOnce(parts, onError).catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (scanned === 0) await delay(IDLE_MS, undefined, stop).catch(() => undefined);
    }
  })();
  return {
    async close() {
      stop.abort();
      await loop;
    },
  };
}

/** Scans one batch. @returns how many papers were taken */
export async function scanOnce(parts: ScanningParts, onError: (error: unknown) => void): Promise<number> {
  const papers = await lease(parts.db);
  await Promise.all(papers.map((paper) => scan(parts, paper, onError)));
  return papers.length;
}

async function lease(db: Db): Promise<readonly UnscannedPaper[]> {
  const { rows } = await sql<UnscannedPaper>`
    update paper set leased_until = now() + interval ${LEASE}
     where id in (
       select id from paper
        where state in ('received', 'scanFailed') and next_scan_at <= now()
          and (leased_until is null or leased_until < now())
        order by next_scan_at, no limit ${sql.lit(BATCH)}
        for update skip locked)
    returning id, sha256`.execute(db);
  return rows;
}

async function scan(
  parts: ScanningParts,
  paper: UnscannedPaper,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    const content = await parts.storage.get(paper.sha256);
    const verdict = await parts.scanner.scan(content).finally(() => content.destroy());
    await write(parts, paper, verdict);
  } catch (error) {
    onError(error);
    await postpone(parts.db, paper.id, error);
  }
}

/** The same bytes are infected wherever they were handed in, whatever was said of them before. */
async function write({ db, storage, scanner }: ScanningParts, paper: UnscannedPaper, verdict: Verdict) {
  const written = { scanner: scanner.name, scan_error: null, leased_until: null };
  if (verdict.state === 'clean') {
    await db
      .updateTable('paper')
      .set({ ...written, state: 'clean' })
      .where('id', '=', paper.id)
      .where('state', '<>', 'infected')
      .execute();
    return;
  }
  await db
    .updateTable('paper')
    .set({ ...written, state: 'infected', finding: verdict.finding })
    .where('sha256', '=', paper.sha256)
    .execute();
  await removeUnreferenced(db, storage, paper.sha256);
}

async function postpone(db: Db, id: string, error: unknown): Promise<void> {
  await db
    .updateTable('paper')
    .set({
      state: 'scanFailed',
      leased_until: null,
      scan_attempts: sql`scan_attempts + 1`,
      next_scan_at: sql`now() + least(power(2, least(scan_attempts, 10)) * interval '1 second',
                                      ${sql.lit(LONGEST_BACKOFF_SECONDS)} * interval '1 second')`,
      scan_error: error instanceof Error ? error.message : String(error),
    })
    .where('id', '=', id)
    .where('state', 'in', ['received', 'scanFailed'])
    .execute();
}
