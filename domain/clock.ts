import { extendedLimit, noAdjustments, type Adjustments } from './adjustments';
import type { Calendar } from './calendar';
import { endOfDay } from './civilDate';
import { clockDays, type ClockDay, type Limit } from './clockDays';
import type { Deadline } from './deadline';

export { dateInShanghai } from './civilDate';

/** A deadline with every day from the start event through the due date. */
export type DeadlineExplanation = Deadline & { readonly days: readonly ClockDay[] };

/**
 * When a clock runs out, and every day that led there. The due date is the last counted day.
 *
 * `limit` is the limit in force, extensions included. `provisional` says that a day up to the due date was
 * assumed, because no arrangement of holidays is known for it yet; a limit of calendar days never is.
 * @param startsOn the day of the start event; before today, today or later makes no difference
 * @throws RangeError for a bad date, limit, extension or pause, and where the clock is stopped (`isStopped`)
 */
export function explainDeadline(
  rule: Limit,
  startsOn: string,
  calendar: Calendar,
  adjustments: Adjustments = noAdjustments,
): DeadlineExplanation {
  const explained = explainedUnlessStopped(rule, startsOn, calendar, adjustments);
  if (explained === null) {
    throw new RangeError(
      `Clock ${rule.id} from ${startsOn} is stopped: it has no due date until it is resumed`,
    );
  }
  return explained;
}

/** When a clock runs out: `explainDeadline` without the days, from the same walk. */
export function deadlineOf(
  rule: Limit,
  startsOn: string,
  calendar: Calendar,
  adjustments: Adjustments = noAdjustments,
): Deadline {
  return withoutDays(explainDeadline(rule, startsOn, calendar, adjustments));
}

/** When a clock runs out, null where it is stopped: one walk answers both. */
export function deadlineUnlessStopped(
  rule: Limit,
  startsOn: string,
  calendar: Calendar,
  adjustments: Adjustments,
): Deadline | null {
  const explained = explainedUnlessStopped(rule, startsOn, calendar, adjustments);
  return explained && withoutDays(explained);
}

/**
 * Whether a pause without end keeps the limit from ever being used up. A clock that had run out before the day on
 * which it was stopped is not stopped: it stays overdue.
 */
export function isStopped(
  rule: Limit,
  startsOn: string,
  calendar: Calendar,
  adjustments: Adjustments,
): boolean {
  return explainedUnlessStopped(rule, startsOn, calendar, adjustments) === null;
}

function explainedUnlessStopped(
  rule: Limit,
  startsOn: string,
  calendar: Calendar,
  adjustments: Adjustments,
): DeadlineExplanation | null {
  const limit = extendedLimit(rule.limit, adjustments.extensions);
  const days = clockDays(rule, startsOn, calendar, adjustments);
  const last = days.at(-1);
  if (last?.n !== limit) return null;
  return {
    rule: rule.id,
    startsOn,
    limit,
    unit: rule.unit,
    due: last.date,
    dueAt: endOfDay(last.date),
    provisional: days.some((day) => day.assumed),
    days,
  };
}

function withoutDays({ days: _days, ...deadline }: DeadlineExplanation): Deadline {
  return deadline;
}
