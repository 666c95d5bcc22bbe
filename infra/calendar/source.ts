import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar';
import type { CalendarOverride } from '../../domain/plan';
import type { Db } from '../db/connect';
import { loadCalendar } from './loadCalendar';

const FRESH_MS = 60_000;

/**
 * The calendar in force, read again once a minute: the library's holiday table under the overrides of the
 * newest plan version. What days are working days is a fact of the world, so it is not pinned to a case.
 */
export function calendarSource(db: Db): () => Promise<Calendar> {
  let calendar: Promise<Calendar> | null = null;
  let readAt = 0;
  return () => {
    const now = performance.now();
    if (calendar === null || now - readAt > FRESH_MS) {
      readAt = now;
      calendar = overrides(db).then(loadCalendar);
      calendar.catch(() => (calendar = null));
    }
    return calendar;
  };
}

async function overrides(db: Db): Promise<readonly CalendarOverride[]> {
  const { rows } = await sql<{ calendar: readonly CalendarOverride[] }>`
    select body -> 'calendar' as calendar from plan_version order by published_at desc, number desc limit 1`.execute(
    db,
  );
  return rows[0]?.calendar ?? [];
}
