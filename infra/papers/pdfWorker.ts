import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { PdfOutcome } from './pdf';

/** Runs in a thread of its own, which is ended where a file takes too long or too much: see pdf.ts. */
async function read(path: string): Promise<PdfOutcome> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const data = new Uint8Array(await readFile(path));
  const task = getDocument({ data, isEvalSupported: false, stopAtErrors: true, verbosity: 0 });
  try {
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page += 1) await document.getPage(page);
    return { pages: document.numPages };
  } catch (error) {
    return { fault: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

parentPort?.on('message', (path: string) => {
  void read(path).then((outcome) => parentPort?.postMessage(outcome));
});
