import { addDays, dateInShanghai, endOfDay } from '../../../domain/civilDate';
import { deadlineOf } from '../../../domain/clock';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';

/** Run in a process with its own time zone: prints what that zone is, and what the clock made of two years. */
const calendar = loadCalendar([]);
const deadlines: string[] = [];
for (let date = '2025-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
  const accept = deadlineOf({ id: 'accept', limit: 5, unit: 'workingDay' }, date, calendar);
  const register = deadlineOf({ id: 'register', limit: 60, unit: 'calendarDay' }, date, calendar, {
    pauses: [{ from: addDays(date, 3), to: addDays(date, 9) }],
    extensions: [{ days: 10 }],
  });
  const instant = `${date}T15:30:00.000Z`;
  deadlines.push([accept.due, accept.dueAt, register.due, dateInShanghai(instant), endOfDay(date)].join(' '));
}
const offset = new Date('2026-07-01T00:00:00Z').getTimezoneOffset();
process.stdout.write(JSON.stringify({ offset, calendar: calendar.id, deadlines }));
