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

/** The rows of a comma-separated file (RFC 4180): a quoted cell may hold commas, quotes twice, and lines. Empty rows are left out. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let [line, begins] = [1, 1];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [whole, quoted, plain = '', end = ''] = cell.exec(text) ?? unreadable(text, at);
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    line += whole.split(/\r\n|\r|\n/).length - 1;
    if (end !== ',') {
      rows.push({ line: begins, cells });
      [cells, begins] = [[], line];
    } else if (cell.lastIndex === text.length) rows.push({ line: begins, cells: [...cells, ''] });
  }
  return rows.filter(({ cells }) => cells.some((each) => each !== ''));
}

/** A cell that cannot be read: a quote that is not closed, or that stands in the middle. */
export class UnreadableCell extends Error {
  override readonly name = 'UnreadableCell';
  constructor(readonly line: number) {
    super(`第 ${line} 行：引号不成对 Line ${line}: a quote without its other`);
  }
}

function unreadable(text: string, at: number): never {
  throw new UnreadableCell(text.slice(0, at).split(/\r\n|\r|\n/).length);
}
