import { parseArgs } from 'node:util';
import {
  extendedLimit,
  longestLimit,
  pausedDays,
  type Adjustments,
  type Pause,
} from '../../domain/adjustments';
import { isCivilDate } from '../../domain/civilDate';
import type { Limit } from '../../domain/clockDays';
import { valuesOf, type Label } from '../../domain/label';
import { limitUnits, type LimitUnit } from '../../domain/vocabulary';

export interface DeadlineOptions {
  readonly from: string;
  readonly limit: Limit;
  readonly adjustments: Adjustments;
  readonly planFile: string | null;
  readonly json: boolean;
}

/** What is wrong with the options, each with its rule and what is allowed; Chinese first. */
export class WrongOptions extends Error {
  override readonly name = 'WrongOptions';
}

/** Shanghai is a fixed +08:00 from 1992; the other end keeps slips of the pen out. */
const earliest = '1992-01-01';
const latest = '2199-12-31';

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

/**
 * The options of `npm run deadline`.
 * @returns `null` where help is asked for
 * @throws WrongOptions naming every option that is wrong
 */
export function deadlineOptions(args: readonly string[]): DeadlineOptions | null {
  const values = parsed(args);
  if (values.help) return null;
  const { from = '', limit = '', unit = '', extend = [], pause = [] } = values;
  const pauses = pause.map(pauseOf);
  const extensions = extend.map((text) => ({ days: wholeNumber(text) }));
  const limitOk = holds(() => extendedLimit(wholeNumber(limit), []));
  const problems = [
    ...problem('from', values.from, isCivilDate(from) && from >= earliest && from <= latest),
    ...problem('limit', values.limit, limitOk),
    ...problem('unit', values.unit, isUnit(unit)),
    ...problem(
      'extend',
      extend.join(' '),
      !limitOk || holds(() => extendedLimit(wholeNumber(limit), extensions)),
    ),
    ...pauses.flatMap((each, index) =>
      problem(
        'pause',
        pause[index],
        holds(() => pausedDays(each)),
      ),
    ),
  ];
  if (problems.length > 0 || !isUnit(unit)) throw new WrongOptions(problems.join('\n'));
  return {
    from,
    limit: { id: 'deadline', limit: wholeNumber(limit), unit },
    adjustments: { pauses, extensions },
    planFile: values.plan ?? null,
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        limit: { type: 'string' },
        unit: { type: 'string' },
        extend: { type: 'string', multiple: true },
        pause: { type: 'string', multiple: true },
        plan: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new WrongOptions(
      `选项有误 Wrong option: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function problem(option: keyof typeof rules, given: string | undefined, right: boolean): string[] {
  if (right) return [];
  const { zh, en } = rules[option];
  return given === undefined
    ? [`--${option}：未给出，${zh}`, `--${option}: missing; ${en}`]
    : [`--${option}：给出的是“${given}”，${zh}`, `--${option}: "${given}" was given; ${en}`];
}

function unitList(locale: keyof Label): string {
  return valuesOf(limitUnits)
    .map((unit) => `${unit} (${limitUnits[unit][locale]})`)
    .join(', ');
}

function isUnit(text: string): text is LimitUnit {
  return Object.hasOwn(limitUnits, text);
}

function wholeNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

function pauseOf(text: string): Pause {
  const [from = '', to = '', ...rest] = text.split('..');
  return { from: rest.length > 0 ? '' : from, to };
}

/** Whether the domain takes a value: its rules stay the only ones. */
function holds(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
