import type { Label, Labels } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import type { Report, Spread } from '../../domain/report/report';
import { unitNameOf } from '../../domain/unitName';
import { outcomes, serviceModes, stages } from '../../domain/vocabulary';
import { textTable } from './textTable';

/** A report as text for people; `now` marks one whose period is not over. */
export function reportText(report: Report, plan: Plan, now: Date): string {
  const { period, received, receivedByMode, receivedBySubdistrict, closed, open, days } = report;
  const provisional = now.toISOString() < period.until ? '（未满 not over yet）' : '';
  const units = (counts: Report['receivedBySubdistrict']) =>
    counted(counts, Object.fromEntries(Object.keys(counts).map((id) => [id, unitNameOf(plan, id)])));
  return [
    `${period.id}${provisional}  ${period.firstDay} — ${period.lastDay}`,
    `收件 Received: ${received}${counted(receivedByMode, serviceModes)}${units(receivedBySubdistrict)}`,
    `办结 Closed: ${sum(closed)}${counted(closed, outcomes)}`,
    `期末在办 Open at its end: ${sum(open)}${counted(open, stages)}`,
    ...(days ? daysLines(days.ours, days.applicant) : []),
    '',
    ...punctualityLines(report, plan),
  ].join('\n');
}

function daysLines(ours: Spread, applicant: Spread): string[] {
  const line = (who: Label, { median, longest }: Spread) =>
    `  ${who.zh} ${who.en}: 中位 median ${median}，最长 longest ${longest}`;
  return [
    '办结件用时（工作日） Working days of the closed ones:',
    line({ zh: '各单位', en: 'offices' }, ours),
    line({ zh: '举办者', en: 'applicants' }, applicant),
  ];
}

function punctualityLines({ punctuality }: Report, plan: Plan): string[] {
  const heads = ['单位 Unit', '按期 In time', '逾期办理 Late', '逾期未办 Silent', '按期率 Rate'];
  const rows = punctuality.map(({ unit, inTime, late, silent, rate }) => [
    unitNameOf(plan, unit).zh,
    String(inTime),
    String(late),
    String(silent),
    `${rate}%`,
  ]);
  return rows.length === 0 ? ['无到期事项 No limit was kept or missed'] : textTable([heads, ...rows]);
}

/** Each of the counts by its name, indented. */
function counted(counts: Readonly<Partial<Record<string, number>>>, names: Labels<string>): string {
  return Object.entries(counts)
    .map(([key, count]) => `\n  ${names[key]?.zh ?? key} ${names[key]?.en ?? ''}: ${count}`)
    .join('');
}

function sum(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
}
