import type { Label } from '../../domain/label';
import { valuesOf } from '../../domain/label';
import { kindOfNumber } from '../../domain/supervision';
import { caseKinds } from '../../domain/vocabulary';
import { textTable } from '../../infra/commands/textTable';
import type { ChronicleYear } from './chronicle';
import type { HistorySize } from './histories';
import { type Ending, endings, type Life } from './years';

/** Every way in which an institution's years should end, once at least. */
const expected = ['kept', 'rectified', 'exited'] as const satisfies readonly Ending[];

/** The ways to end that no institution of a rehearsal came to. */
export function missingEndings(lives: readonly Life[]): Ending[] {
  return expected.filter((each) => !lives.some(({ ending }) => ending === each));
}

/** The life of an institution, year by year. */
export function lifeText({
  site,
  name,
  behaviour,
  caseId,
  years,
  ending,
  certificate,
  histories,
}: Life): string {
  return [
    `\n■ ${site} ${name}（${told(behaviour)}） ${caseId}`,
    ...years.flatMap((year) => [
      ...yearLines(year),
      ...histories.filter(({ from }) => from.startsWith(String(year.year))).map(historyLine),
    ]),
    `  ■ ${told(endings[ending])}；证书 certificate: ${certificate}`,
  ].join('\n');
}

/** How many institutions ended how, and the largest histories. */
export function summaryText(lives: readonly Life[]): string {
  const rows = valuesOf(endings).flatMap((ending) => {
    const those = lives.filter((life) => life.ending === ending);
    const sites = those.map(({ site }) => site).join(', ');
    return those.length === 0
      ? []
      : [[`  ${told(endings[ending])}`, String(those.length), `附件2 sites ${sites}`]];
  });
  const histories = lives.flatMap((life) => life.histories);
  const largest = (['supervision', 'evaluation'] as const).flatMap((kind) => {
    const [most] = histories
      .filter(({ caseId }) => kindOfNumber(caseId) === kind)
      .sort((a, b) => b.bytes - a.bytes);
    return most
      ? [`  最大的流程历史 largest history, ${told(caseKinds[kind])}: ${sizeOf(most)} (${most.caseId})`]
      : [];
  });
  const missing = missingEndings(lives).map((each) => told(endings[each]));
  return [
    '\n■ 小结 Summary',
    ...textTable(rows),
    ...largest,
    ...(missing.length > 0 ? [`  ✗ 没有机构 no institution is: ${missing.join('、')}`] : []),
  ].join('\n');
}

function yearLines({ year, visits, lines, warnings, late }: ChronicleYear): string[] {
  const made = visits.map(({ of, made: times }) => `${of.zh} ${times}`);
  const total = visits.reduce((sum, visit) => sum + visit.made, 0);
  const passed = late.map(({ of, passed: times }) => `${told(of)} ${times}`);
  return [
    `  ${year}`,
    ...(total > 0 ? [`    检查 visits ${total}：${made.join('、')}`] : []),
    ...lines.map((line) => `    ${line}`),
    ...(warnings > 0 ? [`    ! 催办 warnings ${warnings}`] : []),
    ...(passed.length > 0 ? [`    ! 逾期 limits passed：${passed.join('、')}`] : []),
  ];
}

function historyLine(size: HistorySize): string {
  return `    流程历史 history ${size.caseId} 自 from ${size.from}：${sizeOf(size)}`;
}

function sizeOf({ events, bytes }: HistorySize): string {
  return `${events} 个事件 events, ${(bytes / 1_024).toFixed(1)} KiB`;
}

function told({ zh, en }: Label): string {
  return `${zh} ${en}`;
}
