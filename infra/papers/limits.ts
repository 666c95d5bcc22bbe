const MEGABYTE = 1_024 * 1_024;

/** How much of anything an upload may have; a file that has more is refused, and told so. */
export const paperLimits = {
  fileBytes: 20 * MEGABYTE,
  filesAtOnce: 10,
  nameLength: 120,
  /** On one draft or case, replaced ones included. */
  papers: 200,
  /** Of one visit or rectification. */
  photographs: 50,
  pdfPages: 500,
  /** A sheet of A1 at 300 dots an inch has 70 million. */
  imagePixels: 100_000_000,
  /** What it may take to read one. */
  readingMs: 10_000,
  readingBytes: 512 * MEGABYTE,
} as const;

/** `20 MB`. */
export function inMegabytes(bytes: number): string {
  return `${bytes / MEGABYTE} MB`;
}
