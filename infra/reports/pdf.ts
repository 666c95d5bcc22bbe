import type { Plan } from '../../domain/plan';
import type { WholeReport } from '../../domain/report/life';
import { numberPages } from '../documents/pageNumbers';
import { closePaper, openPaper, type Paper } from '../documents/paper';
import { colours, type Line, write } from '../documents/writing';
import { drawTable } from './pdfTable';
import { type ReportTable, reportTables, reportTitle } from './tables';

const MARGIN = 48;
const WIDTH = 841.89 - 2 * MARGIN;
const GAP = 22;

/** What a report's PDF says besides the report. */
export interface PdfSetting {
  /** The day on which it is drawn, `YYYY-MM-DD`. */
  readonly drawnOn: string;
  /** Its period is not over. */
  readonly provisional: boolean;
}

/** A report as a tagged A4 PDF. The same input gives the same bytes. */
export async function reportPdf(report: WholeReport, plan: Plan, setting: PdfSetting): Promise<Buffer> {
  const { period } = report;
  const title = reportTitle(report, setting.provisional);
  const paper = await openPaper({
    layout: 'landscape',
    margins: { top: MARGIN, right: MARGIN, bottom: 60, left: MARGIN },
    title: title.zh,
    keywords: period.id,
    issuedOn: setting.drawnOn,
  });
  const head: Line[] = [
    { text: title.zh, locale: 'zh', size: 19, face: 'bold' },
    { text: title.en, locale: 'en', size: 10, colour: colours.faint },
  ];
  const box = { x: MARGIN, width: WIDTH };
  const headed = write(paper, paper.root, 'H1', head, { ...box, y: MARGIN });
  const dates = `${period.firstDay} — ${period.lastDay}　${setting.drawnOn} 统计 Drawn up`;
  const dated: Line[] = [{ text: dates, locale: 'zh', size: 9, colour: colours.faint }];
  let y = write(paper, paper.root, 'P', dated, { ...box, y: headed + 4 });
  for (const table of reportTables(report, plan)) y = drawReportTable(paper, table, y + GAP);
  numberPages(paper, title.zh);
  return closePaper(paper);
}

function drawReportTable(paper: Paper, { title, heads, rows }: ReportTable, y: number): number {
  const lines: Line[] = [
    { text: title.zh, locale: 'zh', size: 13, face: 'bold' },
    { text: title.en, locale: 'en', size: 8, colour: colours.faint },
  ];
  return drawTable(paper, { title: lines, heads, rows }, { x: MARGIN, y, width: WIDTH });
}
