import type { Paper } from './paper';
import type { Box, Line } from './writing';
import { colours, heightOf, ruleAcross, write } from './writing';
import type { Field } from './statementFields';

/** Fields of one row stand side by side. */
type FieldRow = readonly Field[];

export interface TableStyle {
  readonly labelWidth: number;
  readonly valueSize: number;
  readonly padding: number;
}

const GUTTER = 18;

/** Tried in turn until everything fits: a long name or address takes smaller type before it takes more room. */
const scales = [1, 0.92, 0.85, 0.78, 0.7, 0.62];

/** The largest of the table's sizes at which `rows` stand in `height` points (the smallest where none does). */
export function fittingStyle(
  paper: Paper,
  rows: readonly FieldRow[],
  width: number,
  height: number,
  style: TableStyle,
): TableStyle {
  const sized = scales.map((scale) => ({
    ...style,
    valueSize: style.valueSize * scale,
    padding: style.padding * scale,
  }));
  const fits = (candidate: TableStyle) =>
    rows.reduce((sum, row) => sum + rowHeight(paper, row, width, candidate), 0) <= height;
  return sized.find(fits) ?? sized.at(-1) ?? style;
}

/**
 * Draws label and value pairs. Tagged as a table of one header and one cell a row, in reading order,
 * whatever stands side by side on paper. Answers where the table ends.
 */
export function drawFields(paper: Paper, rows: readonly FieldRow[], box: Box, style: TableStyle): number {
  const table = paper.doc.struct('Table');
  paper.root.add(table);
  let y = box.y;
  ruleAcross(paper, box, y);
  for (const row of rows) {
    const height = rowHeight(paper, row, box.width, style);
    row.forEach((field, index) => {
      const cell = cellBox(row, index, { ...box, y });
      drawField(paper, table, field, cell, height, style);
    });
    y += height;
    ruleAcross(paper, box, y);
  }
  table.end();
  return y;
}

function drawField(
  paper: Paper,
  table: PDFKit.PDFStructureElement,
  field: Field,
  cell: Box,
  height: number,
  style: TableStyle,
): void {
  const row = paper.doc.struct('TR');
  table.add(row);
  const put = (type: string, lines: readonly Line[], x: number, width: number, options = {}) => {
    const free = height - heightOf(paper, lines, width);
    write(paper, row, type, lines, { x, y: cell.y + free / 2, width }, options);
  };
  put('TH', labelLines(field), cell.x, style.labelWidth, { scope: 'Row' });
  put('TD', valueLines(field, style), cell.x + style.labelWidth, cell.width - style.labelWidth);
  row.end();
}

function rowHeight(paper: Paper, row: FieldRow, width: number, style: TableStyle): number {
  const heights = row.map((field, index) => {
    const cell = cellBox(row, index, { x: 0, y: 0, width });
    const value = heightOf(paper, valueLines(field, style), cell.width - style.labelWidth);
    return Math.max(value, heightOf(paper, labelLines(field), style.labelWidth));
  });
  return Math.max(...heights) + 2 * style.padding;
}

function cellBox(row: FieldRow, index: number, box: Box): Box {
  const width = (box.width - GUTTER * (row.length - 1)) / row.length;
  return { x: box.x + index * (width + GUTTER), y: box.y, width };
}

function labelLines({ label }: Field): Line[] {
  return [
    { text: label.zh, locale: 'zh', size: 10.5, colour: colours.faint },
    { text: label.en, locale: 'en', size: 7.5, colour: colours.faint },
  ];
}

function valueLines({ zh, en }: Field, { valueSize }: TableStyle): Line[] {
  const name: Line = { text: zh, locale: 'zh', size: valueSize, face: 'bold' };
  return en === null ? [name] : [name, { text: en, locale: 'en', size: 8, colour: colours.faint }];
}
