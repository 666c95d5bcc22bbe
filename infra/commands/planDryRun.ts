import type { Label } from '../../domain/label';
import { changedDays, type ForeseenMove } from '../../domain/planDryRun';
import type { WorkItem } from '../../domain/caseFile';
import { caseKinds, steps } from '../../domain/vocabulary';
import type { Plan } from '../../domain/plan';
import { loadCalendar } from '../calendar/loadCalendar';
import { planDifferences } from '../plan/diff';
import { versionBefore } from '../plan/repository';
import { type DryGround, dryRun, type ForeseenCase, pinnedCases } from '../record/dryRun';
import { textTable } from './textTable';

/**
 * What a publication would change, in words: the plan, the calendar, and the limits of open cases. Nothing is written.
 * @throws PublicationRefused where it cannot be published from that day
 */
export async function dryRunText(ground: DryGround, plan: Plan, from: string): Promise<string> {
  const before = await versionBefore(ground.db, plan.id, from);
  const days = changedDays(await ground.calendar(), loadCalendar(plan.calendar));
  const pinned = await pinnedCases(ground);
  const cases = await everyCase(ground, plan, from);
  return [
    ...titled(
      `与 ${before?.id ?? '—'} 的差异 Difference to it`,
      (before ? planDifferences(before.plan, plan) : []).flatMap(twoLines),
    ),
    ...titled(
      '日历改变的日子 Days that the calendar counts otherwise',
      days.map(
        ({ date, was, now }) =>
          `${date}  ${was.label.zh} → ${now.label.zh}  ${was.label.en} → ${now.label.en}`,
      ),
    ),
    ...titled('将变动的未结办件 Open cases that would change', cases.flatMap(caseLines)),
    ...titled(
      '未结办件保留各自版本的规则 Open cases keep the rules of their version',
      textTable(
        pinned.map(({ planVersion, kind, cases }) => [planVersion, inWords(caseKinds[kind]), String(cases)]),
      ),
    ),
    '以上只是试算，什么也没有改动 Nothing was changed',
  ].join('\n');
}

async function everyCase(ground: DryGround, plan: Plan, from: string): Promise<ForeseenCase[]> {
  const found: ForeseenCase[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { cases, next } = await dryRun(ground, plan, from, after);
    found.push(...cases);
    after = next;
  }
  return found;
}

function titled(title: string, lines: readonly string[]): string[] {
  return [title, ...(lines.length === 0 ? ['  没有 None'] : lines.map((line) => `  ${line}`))];
}

function caseLines({ caseId, planVersion, closes, opens, moves }: ForeseenCase): string[] {
  const rows = [
    ...closes.map((item) => ['−', ...itemCells(item)]),
    ...opens.map((item) => ['+', ...itemCells(item)]),
    ...moves.map((move) => [
      '→',
      ...itemCells(move.item),
      `${move.from.due} → ${move.to.due}`,
      reasonOf(move),
    ]),
  ];
  return [`${caseId}  ${planVersion}`, ...textTable(rows).map((line) => `  ${line}`)];
}

function itemCells({ unit, step }: WorkItem): string[] {
  return [unit, inWords(steps[step])];
}

function reasonOf({ why, days, on }: ForeseenMove): string {
  if (why === 'newYear') return `自 ${on} 监管新年度起 with the new year of supervision`;
  return days.map(({ date, now }) => `${date} ${now.label.zh} ${now.label.en}`).join('；');
}

function twoLines({ zh, en }: Label): string[] {
  return [zh, `  ${en}`];
}

function inWords({ zh, en }: Label): string {
  return `${zh} ${en}`;
}
