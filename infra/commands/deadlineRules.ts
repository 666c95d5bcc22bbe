import { longestLimit } from '../../domain/adjustments';
import { valuesOf, type Label } from '../../domain/label';
import { limitUnits } from '../../domain/vocabulary';

/** What is wrong with the options, each with its rule and what is allowed; Chinese first. */
export class WrongOptions extends Error {
  override readonly name = 'WrongOptions';
}

/** Shanghai is a fixed +08:00 from 1992; the other end keeps slips of the pen out. */
export const earliest = '1992-01-01';
export const latest = '2199-12-31';

const rules = {
  from: {
    zh: `须为实际存在的日期，写作 YYYY-MM-DD，${earliest} 至 ${latest}，例如 2026-09-28`,
    en: `must be a date that exists, written YYYY-MM-DD, from ${earliest} to ${latest}, for example 2026-09-28`,
  },
  limit: {
    zh: `须为 1 至 ${longestLimit} 的整数`,
    en: `must be a whole number from 1 to ${longestLimit}`,
  },
  unit: {
    zh: `须为下列之一：${unitList('zh')}`,
    en: `must be one of: ${unitList('en')}`,
  },
  extend: {
    zh: `须为 1 以上的整数，连同 --limit 合计不超过 ${longestLimit}`,
    en: `must be a whole number from 1; together with --limit at most ${longestLimit}`,
  },
  pause: {
    zh: `须为停止日..恢复日，两个实际存在的日期，恢复日不早于停止日，最长 ${longestLimit} 日，例如 2026-10-12..2026-10-16`,
    en: `must be STOPPED..RESUMED, two dates that exist, the second not before the first, at most ${longestLimit} days apart, for example 2026-10-12..2026-10-16`,
  },
} as const satisfies Record<string, Label>;

/** What a person is told of a wrong option: what was given, the rule, and what is allowed. */
export function complaint(option: keyof typeof rules, given: string | undefined): string {
  const { zh, en } = rules[option];
  return given === undefined
    ? `--${option}：未给出，${zh}\n--${option}: missing; ${en}`
    : `--${option}：给出的是“${given}”，${zh}\n--${option}: "${given}" was given; ${en}`;
}

function unitList(locale: keyof Label): string {
  return valuesOf(limitUnits)
    .map((unit) => `${unit} (${limitUnits[unit][locale]})`)
    .join(', ');
}
