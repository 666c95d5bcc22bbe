import fc from 'fast-check';
import { dayOf } from '../../../domain/calendar';
import { addDays, dateInShanghai } from '../../../domain/civilDate';
import { deadlineOf } from '../../../domain/clock';
import { rungTimes, workingDayFrom } from '../../../domain/ladder';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { xiacheng } from '../plan/plans';
import { calendar, filesOf, TODAY } from './story';
import { anyStory } from './wandering';

const { rungs: ladder } = xiacheng.plan.ladder;

/** The working days from one date, exclusive, to another, inclusive. */
function workingDaysBetween(after: string, last: string): number {
  let days = 0;
  for (let date = addDays(after, 1); date <= last; date = addDays(date, 1)) {
    if (dayOf(calendar, date).working) days += 1;
  }
  return days;
}

describe('the rungs of the ladder', () => {
  it('are in the plan: who has to act before the limit, the head and the office after it', () => {
    expect(ladder).toEqual([
      { id: 'approaching', days: -2, to: 'answerer' },
      { id: 'overdue', days: 1, to: 'head' },
      { id: 'escalated', days: 3, to: 'office' },
    ]);
  });

  it.each(xiacheng.plan.clocks.map((clock) => [clock.id, clock] as const))(
    'of the clock %s: so many working days before and after its last day, when offices open',
    (_, clock) => {
      const deadline = deadlineOf(clock, TODAY, calendar);
      const times = rungTimes(ladder, deadline, calendar);
      expect(times.map(({ rung }) => rung)).toEqual(ladder.map(({ id }) => id));
      times.forEach(({ at }, index) => {
        const { days } = ladder[index]!;
        const date = dateInShanghai(at);
        expect(at.slice(10)).toBe('T01:00:00.000Z');
        expect(dayOf(calendar, date).working).toBe(true);
        const [from, to] = days < 0 ? [addDays(date, -1), addDays(deadline.due, -1)] : [deadline.due, date];
        expect(workingDaysBetween(from, to)).toBe(Math.abs(days));
      });
    },
  );

  it('pass over a festival: two working days before 8 October is the last of September', () => {
    expect(workingDayFrom('2026-10-08', -1, calendar)).toBe('2026-09-30');
    expect(workingDayFrom('2026-09-30', 1, calendar)).toBe('2026-10-08');
    expect(workingDayFrom('2026-10-03', 0, calendar)).toBe('2026-10-03');
  });

  it('are looked for no longer than any festival lasts: a calendar that closes for good is broken', () => {
    const days = Array.from({ length: 70 }, (_, index) => addDays(TODAY, index + 1));
    const name = { zh: '停业', en: 'Closed' };
    const closed = loadCalendar(days.map((date) => ({ date, kind: 'holiday', name })));
    expect(() => workingDayFrom(TODAY, 1, closed)).toThrow(
      new RangeError(`The calendar ${closed.id} has no working day near ${days[60]}`),
    );
  });

  it('come the earliest first, however the plan lists them', () => {
    const deadline = deadlineOf({ id: 'x', limit: 5, unit: 'workingDay' }, TODAY, calendar);
    expect(rungTimes([...ladder].reverse(), deadline, calendar)).toEqual(
      rungTimes(ladder, deadline, calendar),
    );
  });
});

describe('of every case, on whatever way', () => {
  it('an item opens with the rungs of its clock that lie ahead: nobody is warned on the day that a clock begins', () => {
    fc.assert(
      fc.property(anyStory, ({ events }) => {
        const opened = events.flatMap((event) =>
          'items' in event ? event.items.map((item) => ({ item, event })) : [],
        );
        for (const { item, event } of opened) {
          const ahead = rungTimes(ladder, item.deadline, calendar).filter(
            ({ at }) => dateInShanghai(at) > dateInShanghai(event.at),
          );
          expect(item.rungs ?? []).toEqual(item.stopped ? [] : ahead);
        }
      }),
    );
  });

  it('each rung of an item fires once, when its time has come, while it is open and its clock runs', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const files = filesOf(story);
        const fired = story.events.flatMap((event, index) => {
          if (event.type !== 'warned') return [];
          expect(event.dueAt <= event.at).toBe(true);
          expect(files[index - 1]?.items[event.item]).toMatchObject({ status: 'open', stopped: false });
          const { openedSeq } = files[index]!.items[event.item]!;
          const since = files[index]!.restartedOn[event.item] ?? openedSeq;
          return [`${event.item} ${event.rung} since ${since}`];
        });
        expect(fired).toEqual([...new Set(fired)]);
      }),
    );
  });
});
