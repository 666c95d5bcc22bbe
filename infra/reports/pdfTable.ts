import type { Label } from '../../domain/label';
import type { Paper } from '../documents/paper';
import { type Box, colours, decorate, heightOf, type Line, ruleAcross, write } from '../documents/writing';
import type { Cell } from './tables';

const PADDING = 3.5;
const GUTTER = 8;
/** Names take more room than numbers. */
const NAME_SHARE = 3;
const NUMBER_SHARE = 1;

interface Table {
  readonly title: readonly Line[];
  readonly heads: readonly Label[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Draws a table under its title. A row never breaks; each page begins with the heads. Answers where it ends. */
export function drawTable(paper: Paper, { title, heads, rows }: Table, box: Box): number {
  const { doc, root } = paper;
  const columns = columnsOf(heads, rows, box);
  const headLines = heads.map((head, column) => linesOf(head, isName(rows, column), 'head'));
  const rowLines = rows.map((row) => row.map((cell, column) => linesOf(cell, isName(rows, column), 'body')));
  const headHeight = heightOfRow(paper, headLines, columns);
  const together =
    heightOf(paper, title, box.width) + headHeight + heightOfRow(paper, rowLines[0] ?? [], columns);
  const from = box.y + together > doc.page.maxY() ? newPage(paper) : box.y;
  let y = write(paper, root, 'H2', title, { ...box, y: from }) + 3;
  const table = doc.struct('Table');
  root.add(table);
  y = drawRow(paper, table, 'TH', headLines, columns, y);
  for (const lines of rowLines) {
    if (y + heightOfRow(paper, lines, columns) > doc.page.maxY()) {
      y = repeatHeads(paper, headLines, columns, newPage(paper));
    }
    y = drawRow(paper, table, 'TD', lines, columns, y);
  }
  table.end();
  return y;
}

type Column = Omit<Box, 'y'>;
type CellLines = readonly Line[];

function newPage({ doc }: Paper): number {
  doc.addPage();
  return doc.page.margins.top;
}

function isName(rows: Table['rows'], column: number): boolean {
  return rows.some((row) => typeof row[column] === 'object' && row[column] !== null);
}

function columnsOf(heads: Table['heads'], rows: Table['rows'], { x, width }: Box): Column[] {
  const shares = heads.map((_, column) => (isName(rows, column) ? NAME_SHARE : NUMBER_SHARE));
  const whole = Math.max(
    shares.reduce<number>((sum, share) => sum + share, 0),
    11,
  );
  let left = x;
  return shares.map((share) => {
    const column = { x: left, width: (width * share) / whole - GUTTER };
    left += column.width + GUTTER;
    return column;
  });
}

function linesOf(cell: Cell, name: boolean, part: 'head' | 'body'): CellLines {
  const align = name ? 'left' : 'right';
  if (cell === null || typeof cell === 'number') {
    return [{ text: cell === null ? '–' : String(cell), locale: 'zh', size: 10, align }];
  }
  const face = part === 'head' ? 'bold' : 'regular';
  return [
    { text: cell.zh, locale: 'zh', size: part === 'head' ? 9 : 10, face, align },
    { text: cell.en, locale: 'en', size: 7, colour: colours.faint, align },
  ];
}

function heightOfRow(paper: Paper, cells: readonly CellLines[], columns: readonly Column[]): number {
  const heights = cells.map((lines, column) => heightOf(paper, lines, columns[column]?.width ?? 0));
  return Math.max(0, ...heights) + 2 * PADDING;
}

function drawRow(
  paper: Paper,
  table: PDFKit.PDFStructureElement,
  type: 'TH' | 'TD',
  cells: readonly CellLines[],
  columns: readonly Column[],
  y: number,
): number {
  const row = paper.doc.struct('TR');
  table.add(row);
  cells.forEach((lines, column) => {
    const box = { x: 0, width: 0, ...columns[column], y: y + PADDING };
    const options = type === 'TH' ? ({ scope: 'Column' } as const) : {};
    write(paper, row, type, lines, box, options);
  });
  row.end();
  return ruled(paper, y + heightOfRow(paper, cells, columns), columns);
}

/** The heads again on a further page, for eyes alone: who listens has heard them. */
function repeatHeads(
  paper: Paper,
  heads: readonly CellLines[],
  columns: readonly Column[],
  y: number,
): number {
  const { doc } = paper;
  decorate(paper, () => {
    heads.forEach((lines, column) => {
      doc.y = y + PADDING;
      const { x = 0, width = 0 } = columns[column] ?? {};
      for (const { text, size, face, colour, align } of lines) {
        doc.font(face ?? 'regular').fontSize(size);
        doc.fillColor(colour ?? colours.ink).text(text, x, doc.y, { width, align: align ?? 'left' });
      }
    });
  });
  return ruled(paper, y + heightOfRow(paper, heads, columns), columns);
}

function ruled(paper: Paper, y: number, columns: readonly Column[]): number {
  const [first, last] = [columns[0], columns.at(-1)];
  if (first && last) ruleAcross(paper, { x: first.x, width: last.x + last.width - first.x }, y);
  return y;
}
