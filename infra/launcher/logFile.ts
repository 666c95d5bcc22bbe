import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const keepBytes = 10 * 1_024 * 1_024;
const tailBytes = 16 * 1_024;

/** Opens a log for appending; what grew too long is kept as `<file>.1`. The caller closes it. */
export function openLog(file: string): { readonly fd: number; readonly from: number } {
  if (sizeOf(file) > keepBytes) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o640);
  return { fd, from: fstatSync(fd).size };
}

/** The last lines of a log, at most those written from byte `from` on. */
export function lastLines(file: string, from: number, count = 12): string[] {
  const size = sizeOf(file);
  const start = Math.max(from, size - tailBytes);
  if (size <= start) return [];
  const buffer = Buffer.alloc(size - start);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, buffer, 0, buffer.length, start);
  } finally {
    closeSync(fd);
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-count);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
