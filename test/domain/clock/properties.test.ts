import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import type { Adjustments, Pause } from '../../../domain/adjustments';
import { addDays, civilDate, dayNumber } from '../../../domain/civilDate';
import { deadlineOf, explainDeadline } from '../../../domain/clock';
import type { Limit } from '../../../domain/clockDays';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';

const calendar = loadCalendar([]);

const date = (from: string, to: string) =>
  fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map((number) => civilDate(number));
const startsOn = date('2007-12-01', '2027-12-31');
const unit = fc.constantFrom('workingDay', 'calendarDay');
const rule: fc.Arbitrary<Limit> = fc.record({
  id: fc.constant('any'),
  limit: fc.integer({ min: 1, max: 90 }),
  unit,
});
const extension = fc.record({ days: fc.integer({ min: 1, max: 30 }) });

/** A pause that begins near the start, so that it bites more often than not. */
const pauseAfter = (start: string): fc.Arbitrary<Pause & { readonly to: string }> =>
  fc
    .tuple(fc.integer({ min: -10, max: 90 }), fc.integer({ min: 0, max: 40 }))
    .map(([offset, length]) => ({ from: addDays(start, offset), to: addDays(start, offset + length) }));

const run = startsOn.chain((start) =>
  fc.record({
    rule,
    start: fc.constant(start),
    adjustments: fc.record({
      pauses: fc.array(pauseAfter(start), { maxLength: 3 }),
      extensions: fc.array(extension, { maxLength: 2 }),
    }),
    pause: pauseAfter(start),
  }),
);

describe('of every clock', () => {
  it('a pause never brings the deadline forward', () => {
    fc.assert(
      fc.property(run, ({ rule, start, adjustments, pause }) => {
        const before = deadlineOf(rule, start, calendar, adjustments);
        const after = deadlineOf(rule, start, calendar, {
          ...adjustments,
          pauses: [...adjustments.pauses, pause],
        });
        expect(after.due >= before.due).toBe(true);
      }),
    );
  });

  it('a pause puts the deadline off by exactly the days that it took out, counted in the same unit', () => {
    fc.assert(
      fc.property(run, ({ rule, start, pause }) => {
        const paused = explainDeadline(rule, start, calendar, { pauses: [pause], extensions: [] });
        const free = new Set(
          explainDeadline(rule, start, calendar)
            .days.filter((d) => d.counted)
            .map((d) => d.date),
        );
        const last = [...free].at(-1);
        const lost = (day: string) =>
          day > pause.from || (day === pause.from && day === last && day < pause.to);
        const taken = [...free].filter((day) => lost(day) && day <= pause.to).length;
        const added = paused.days.filter((day) => day.counted && !free.has(day.date)).length;
        expect(added).toBe(taken);
      }),
    );
  });

  it('stopping and resuming on one day changes nothing', () => {
    fc.assert(
      fc.property(run, ({ rule, start, adjustments, pause }) => {
        const sameDay = { from: pause.from, to: pause.from };
        const after = deadlineOf(rule, start, calendar, {
          ...adjustments,
          pauses: [...adjustments.pauses, sameDay],
        });
        expect(after).toEqual(deadlineOf(rule, start, calendar, adjustments));
      }),
    );
  });

  it('explanation and deadline agree, and the explanation adds up', () => {
    fc.assert(
      fc.property(run, ({ rule, start, adjustments }) => {
        const { days, ...deadline } = explainDeadline(rule, start, calendar, adjustments);
        expect(deadlineOf(rule, start, calendar, adjustments)).toEqual(deadline);
        expect(days[0]).toMatchObject({ date: start, counted: false, reason: 'start' });
        expect(days.map((day) => day.date)).toEqual(days.map((_, index) => addDays(start, index)));
        const counted = days.filter((day) => day.counted);
        expect(counted.map((day) => day.n)).toEqual(
          Array.from({ length: deadline.limit }, (_, index) => index + 1),
        );
        expect(counted.at(-1)?.date).toBe(deadline.due);
        expect(days.at(-1)?.date).toBe(deadline.due);
        expect(days.some((day) => day.assumed)).toBe(deadline.provisional);
      }),
    );
  });

  it('the due date is the one that a plain count over the library gives', () => {
    fc.assert(
      fc.property(run, ({ rule, start, adjustments }) => {
        const deadline = deadlineOf(rule, start, calendar, adjustments);
        fc.pre(!deadline.provisional && deadline.due <= calendar.coveredThrough);
        expect(deadline.due).toBe(plainCount(rule, start, adjustments));
      }),
    );
  });

  it('a longer limit is never due earlier, and a longer extension neither', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 1, max: 30 }), ({ rule, start, adjustments }, more) => {
        const shorter = deadlineOf(rule, start, calendar, adjustments);
        const longer = deadlineOf({ ...rule, limit: rule.limit + more }, start, calendar, adjustments);
        const extensions = [...adjustments.extensions, { days: more }];
        expect(longer.due >= shorter.due).toBe(true);
        expect(deadlineOf(rule, start, calendar, { ...adjustments, extensions })).toEqual(longer);
      }),
    );
  });

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 0, max: 60 }), ({ rule, start, adjustments }, later) => {
        const first = deadlineOf(rule, start, calendar, adjustments);
        expect(deadlineOf(rule, addDays(start, later), calendar, adjustments).due >= first.due).toBe(true);
      }),
    );
  });

  it('a limit of working days ends on a working day, after its start, and never before as many calendar days', () => {
    fc.assert(
      fc.property(run, ({ rule, start, adjustments }) => {
        const working = explainDeadline({ ...rule, unit: 'workingDay' }, start, calendar, adjustments);
        expect(['workday', 'makeUpDay']).toContain(working.days.at(-1)?.reason);
        expect(working.due > start).toBe(true);
        const calendarDays = deadlineOf({ ...rule, unit: 'calendarDay' }, start, calendar, adjustments);
        expect(working.due >= calendarDays.due).toBe(true);
      }),
    );
  });
});

/** The same rule written a second time, without the calendar under test: day by day, on the library's answers. */
function plainCount({ limit, unit }: Limit, start: string, { pauses, extensions }: Adjustments): string {
  let left = limit + extensions.reduce((sum, { days }) => sum + days, 0);
  let day = start;
  while (left > 0) {
    day = addDays(day, 1);
    const paused = pauses.some(({ from, to }) => day > from && to !== null && day <= to);
    const stopped = left === 1 && pauses.some(({ from, to }) => day === from && to !== null && to > from);
    if (!paused && !stopped && (unit === 'calendarDay' || isWorkday(day))) left -= 1;
  }
  return day;
}
