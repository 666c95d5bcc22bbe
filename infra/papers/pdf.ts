import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FileRefused } from '../../domain/fileFault';
import { inMegabytes, paperLimits } from './limits';
import { createTurns } from './turns';

export type PdfOutcome = { readonly pages: number } | { readonly fault: 'locked' | 'damaged' };

export interface PdfReader {
  /** Reads a PDF to its last page. @throws FileRefused */
  read(path: string): Promise<void>;
  close(): Promise<void>;
}

type Limits = Readonly<Record<'pdfPages' | 'readingMs' | 'readingBytes', number>>;

const WATCH_MS = 50;

/**
 * Reads PDFs one at a time in a thread, kept for the next; one that takes too long or too much memory loses its
 * thread. The heap's own limit does not count the buffers that a stream is unpacked into: the process is watched.
 */
export function createPdfReader(limits: Limits = paperLimits): PdfReader {
  const turns = createTurns(1);
  let worker: Worker | null = null;
  const end = async () => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    read: (path) =>
      turns(async () => {
        worker ??= startWorker();
        try {
          judge(await outcomeOf(worker, path, limits), limits);
        } catch (error) {
          if (!(error instanceof FileRefused) || error.fault === 'tooDemanding') await end();
          throw error;
        }
      }),
    close: end,
  };
}

function startWorker(): Worker {
  const worker = new Worker(join(__dirname, 'pdfWorker.ts'), {
    execArgv: ['--require', require.resolve('tsx/cjs')],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  // Whoever waits for an outcome is told; where nobody does, the thread is only gone.
  worker.on('error', () => undefined).unref();
  return worker;
}

async function outcomeOf(worker: Worker, path: string, limits: Limits): Promise<PdfOutcome> {
  const { readingMs, readingBytes } = limits;
  const over = new AbortController();
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > readingBytes) over.abort();
  }, WATCH_MS);
  const patience = setTimeout(() => over.abort(), readingMs);
  try {
    worker.postMessage(path);
    const [outcome] = (await once(worker, 'message', { signal: over.signal })) as [PdfOutcome];
    return outcome;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (over.signal.aborted || code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooDemanding(limits);
    throw error;
  } finally {
    clearInterval(watch);
    clearTimeout(patience);
  }
}

function judge(outcome: PdfOutcome, { pdfPages }: Limits): void {
  if ('fault' in outcome) throw new FileRefused(outcome.fault, []);
  if (outcome.pages > pdfPages) throw new FileRefused('tooManyPages', [`≤ ${pdfPages}`]);
}

function tooDemanding({ readingMs, readingBytes }: Limits): FileRefused {
  return new FileRefused('tooDemanding', [`≤ ${readingMs / 1_000} s`, `≤ ${inMegabytes(readingBytes)}`]);
}
