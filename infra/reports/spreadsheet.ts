import writeExcelFile, { type Cell as SheetCell, type SheetData } from 'write-excel-file/node';
import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import type { WholeReport } from '../../domain/report/life';
import { type Cell, type ReportTable, reportTables, reportTitle } from './tables';

/** What Excel allows for a sheet's name. */
const LONGEST_NAME = 31;

/** A report as a spreadsheet (xlsx), a sheet for each table. @param provisional its period is not over */
export function reportSpreadsheet(report: WholeReport, plan: Plan, provisional: boolean): Promise<Buffer> {
  const title = reportTitle(report, provisional);
  return writeExcelFile(
    reportTables(report, plan).map((table) => ({
      sheet: sheetName(table.title),
      data: sheetOf(table, title),
      columns: table.heads.map((_, column) => ({ width: column < 2 ? 36 : 18 })),
    })),
  ).toBuffer();
}

function sheetName({ zh }: Label): string {
  return zh.replace(/[\][:*?/\\]/g, ' ').slice(0, LONGEST_NAME);
}

function sheetOf({ title, heads, rows }: ReportTable, report: Label): SheetData {
  return [
    [bold(report.zh)],
    [bold(report.en)],
    [bold(`${title.zh} ${title.en}`)],
    heads.map(({ zh }) => bold(zh)),
    heads.map(({ en }) => bold(en)),
    ...rows.map((row) => row.map(cellOf)),
  ];
}

function cellOf(cell: Cell): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: plainText(`${cell.zh} ${cell.en}`), wrap: true };
}

function bold(text: string): SheetCell {
  return { type: String, value: plainText(text), fontWeight: 'bold', wrap: true };
}

/** A name from the plan is never read as a formula, not even once the sheet is saved as CSV and opened again. */
function plainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
