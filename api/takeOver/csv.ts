import { CsvError, parse } from 'csv-parse/sync';

/** A row of a file: where it begins, counted from 1, and its cells without spaces around them. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file as spreadsheets write it: UTF-8, or GB 18030 where it is not that, as Excel writes Chinese. */
export function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

/** The rows of a comma-separated file (RFC 4180). Empty rows are left out. @throws UnreadableCell */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let read = 0;
  try {
    parse(text.replace(/\r\n?/g, '\n'), {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record(cells: string[], { lines }) {
        read = lines;
        const breaks = cells.join('').split('\n').length - 1;
        rows.push({ line: lines - breaks, cells: cells.map((cell) => cell.trim()) });
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableCell(read + 1);
    throw error;
  }
  return rows;
}

/** A cell that cannot be read: a quote that is not closed, or that stands in the middle. */
export class UnreadableCell extends Error {
  override readonly name = 'UnreadableCell';
  constructor(readonly line: number) {
    super(`第 ${line} 行：引号不成对 Line ${line}: a quote without its other`);
  }
}
