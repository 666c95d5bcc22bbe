import type { DeadlineExplanation } from '../../domain/clock';
import { weekdayOf } from '../../domain/civilDate';
import type { ClockDay } from '../../domain/clockDays';
import { limitUnits } from '../../domain/vocabulary';
import { textTable } from './textTable';

/** A deadline for a person at a terminal: the due date, and every day with its reason. Chinese first. */
export function deadlineText(explanation: DeadlineExplanation): string {
  const { startsOn, limit, unit, due, dueAt, provisional, days } = explanation;
  const [start, end] = [weekdayOf(startsOn), weekdayOf(due)];
  const unitEn = limit === 1 ? limitUnits[unit].en.replace(/s$/, '') : limitUnits[unit].en;
  return [
    `期限 ${limit} ${limitUnits[unit].zh}，自 ${startsOn}（${start.zh}）次日起计算，于 ${due}（${end.zh}）届满。`,
    `${limit} ${unitEn}, counted from the day after ${startsOn} (${start.en}): due on ${due} (${end.en}).`,
    `届满时刻：北京时间 ${due} 24:00（${dueAt}）`,
    `Ends at ${due} 24:00 Beijing time (${dueAt})`,
    ...(provisional ? provisionalNote : []),
    '',
    ...textTable([['日期 Date', '星期 Weekday', '第几日 No.', '说明', 'Reason'], ...days.map(rowOf)]),
  ].join('\n');
}

const provisionalNote = [
  '暂定：期限内有日期尚未公布放假安排，公布后届满日可能变动。',
  'Provisional: holidays are not announced yet for some of these days; the due date may move when they are.',
];

function rowOf({ date, weekday, n, label }: ClockDay): string[] {
  return [date, `${weekday.zh} ${weekday.en}`, n === null ? '-' : String(n), label.zh, label.en];
}
