import type { Plan } from '../../domain/plan';
import type { WholeReport } from '../../domain/report/life';
import { type Cell, type ReportTable, reportTables, reportTitle } from '../reports/tables';
import { textTable } from './textTable';

/** A report as text for people; `now` marks one whose period is not over. */
export function reportText(report: WholeReport, plan: Plan, now: Date): string {
  const { period } = report;
  const title = reportTitle(report, now.toISOString() < period.until);
  const head = `${title.zh}  ${title.en}  ${period.firstDay} — ${period.lastDay}`;
  return [head, ...reportTables(report, plan).flatMap(tableLines)].join('\n');
}

function tableLines({ title, heads, rows }: ReportTable): string[] {
  const [zh, en] = [heads.map((head) => head.zh), heads.map((head) => head.en)];
  return ['', `${title.zh}  ${title.en}`, ...textTable([zh, en, ...rows.map((row) => row.map(textOf))])];
}

function textOf(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? String(cell) : `${cell.zh} ${cell.en}`;
}
