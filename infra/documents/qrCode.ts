import { create } from 'qrcode';

/** ISO/IEC 18004: a reader needs four modules of white around the code. */
const QUIET = 4;

/** Neighbouring rows overlap by a hair: without it some viewers show white seams between them. */
const OVERLAP = 1.03;

/**
 * Draws a QR code as a vector into a square of `size` points, quiet zone included. Error correction is the lowest:
 * the print is clean, and what counts for a phone is the size of a module
 * (0.4 mm at 130 points and 700 characters).
 */
export function drawQrCode(
  doc: PDFKit.PDFDocument,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  const module = size / (modules.size + 2 * QUIET);
  doc.rect(x, y, size, size).fill('white');
  for (let row = 0; row < modules.size; row++) {
    for (const { start, length } of darkRuns(modules, row)) {
      const left = x + (QUIET + start) * module;
      doc.rect(left, y + (QUIET + row) * module, length * module, module * OVERLAP);
    }
  }
  doc.fill('black');
}

function darkRuns(
  modules: { readonly size: number; get(row: number, column: number): number },
  row: number,
): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (let column = 0; column < modules.size; column++) {
    if (!modules.get(row, column)) continue;
    const last = runs.at(-1);
    if (last && last.start + last.length === column) last.length++;
    else runs.push({ start: column, length: 1 });
  }
  return runs;
}
