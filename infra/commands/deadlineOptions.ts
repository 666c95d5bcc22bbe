import { parseArgs } from 'node:util';
import { extendedLimit, pausedDays, type Adjustments, type Pause } from '../../domain/adjustments';
import { isCivilDate } from '../../domain/civilDate';
import type { Limit } from '../../domain/clockDays';
import { limitUnits, type LimitUnit } from '../../domain/vocabulary';
import { complaint, earliest, latest, WrongOptions } from './deadlineRules';

export interface DeadlineOptions {
  readonly from: string;
  readonly limit: Limit;
  readonly adjustments: Adjustments;
  readonly planFile: string | null;
  readonly json: boolean;
}

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
  const days = wholeNumber(limit);
  const daysOk = holds(() => extendedLimit(days, []));
  const checks = [
    ['from', values.from, isCivilDate(from) && from >= earliest && from <= latest],
    ['limit', values.limit, daysOk],
    ['unit', values.unit, isUnit(unit)],
    ['extend', extend.join(' '), holds(() => extendedLimit(daysOk ? days : 1, extensions))],
    ...pauses.map((each, index) => ['pause', pause[index], holds(() => pausedDays(each))] as const),
  ] as const;
  const problems = checks.filter(([, , right]) => !right).map(([option, given]) => complaint(option, given));
  if (problems.length > 0 || !isUnit(unit)) throw new WrongOptions(problems.join('\n'));
  return {
    from,
    limit: { id: 'deadline', limit: days, unit },
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
