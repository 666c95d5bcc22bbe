import type { Paper } from './paper';
import { colours, decorate } from './writing';

const OUTER = 22;
const INNER = 34;

/** Frames the page: a double line whose corners are closed by a fret (回纹). */
export function drawFrame(paper: Paper): void {
  const { doc } = paper;
  const { width, height } = doc.page;
  decorate(paper, () => {
    doc
      .rect(OUTER, OUTER, width - 2 * OUTER, height - 2 * OUTER)
      .lineWidth(2.4)
      .stroke(colours.gold);
    doc
      .rect(INNER, INNER, width - 2 * INNER, height - 2 * INNER)
      .lineWidth(0.7)
      .stroke(colours.gold);
    for (const [x, y, right, down] of [
      [INNER, INNER, 1, 1],
      [width - INNER, INNER, -1, 1],
      [INNER, height - INNER, 1, -1],
      [width - INNER, height - INNER, -1, -1],
    ] as const) {
      doc.save().translate(x, y).scale(right, down);
      drawFret(doc);
      doc.restore();
    }
  });
}

/** A block of 30 points that closes the corner, with a spiral that winds inward, 6 points a step. */
function drawFret(doc: PDFKit.PDFDocument): void {
  doc.polygon([0, 0], [30, 0], [30, 30], [0, 30]).lineWidth(0.7).stroke(colours.gold);
  const turns: readonly (readonly [number, number])[] = [
    [24, 6],
    [24, 24],
    [6, 24],
    [6, 12],
    [18, 12],
    [18, 18],
    [12, 18],
  ];
  doc.moveTo(6, 6);
  for (const [x, y] of turns) doc.lineTo(x, y);
  doc.lineWidth(1.6).lineJoin('miter').lineCap('square').stroke(colours.gold);
}
