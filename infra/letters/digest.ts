import type { Label } from '../../domain/label';
import type { Notice, NoticeFacts } from './notice';

/** A work item that somebody is warned of. */
export interface Warned extends Pick<NoticeFacts, 'caseId' | 'institution'> {
  readonly workItem: NonNullable<NoticeFacts['workItem']>;
  /** Working days since its last day; negative before it. */
  readonly daysLate: number;
}

/** The mail that gathers the warnings of a day: a line for each work item, the latest first. */
export function digestOf(warned: readonly Warned[]): Notice {
  const lines = latestOfEach(warned).sort((a, b) => b.daysLate - a.daysLate);
  const count = lines.length;
  return {
    subject: { zh: `催办汇总，${count} 项`, en: `Warnings of the day: ${count}` },
    paragraphs: [
      {
        zh: `以下 ${count} 项即将到期或已经逾期，请及时办理：`,
        en: `The following ${count === 1 ? 'is' : `${count} are`} due soon or overdue. Please see to it:`,
      },
      ...lines.map(lineOf),
    ],
  };
}

/** Where one work item was warned of twice, the later warning says it all. */
function latestOfEach(warned: readonly Warned[]): Warned[] {
  return [...new Map(warned.map((each) => [each.workItem.id, each])).values()];
}

function lineOf({ caseId, institution, workItem, daysLate }: Warned, index: number): Label {
  const { step, unit, due } = workItem;
  const late = lateness(daysLate);
  return {
    zh: `${index + 1}. ${caseId} “${institution}”：${unit.zh}的“${step.zh}”，期限${due.zh}，${late.zh}。`,
    en: `${index + 1}. ${caseId} “${institution}”: “${step.en}” of ${unit.en}, due on ${due.en}, ${late.en}.`,
  };
}

function lateness(days: number): Label {
  if (days > 0) return { zh: `已逾期${days}个工作日`, en: `${inDays(days)} late` };
  if (days < 0) return { zh: `还有${-days}个工作日`, en: `${inDays(-days)} left` };
  return { zh: '今日到期', en: 'due today' };
}

function inDays(days: number): string {
  return `${days} working ${days === 1 ? 'day' : 'days'}`;
}
