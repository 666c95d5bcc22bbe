import fc from 'fast-check';
import { systemActor } from '../../../domain/actor';
import { ruleOf } from '../../../domain/caseClock';
import { addDays, dateInShanghai } from '../../../domain/civilDate';
import { nextOfItself } from '../../../domain/opening';
import { awaitsService } from '../../../domain/permission';
import { awaitsConductor, nextDueAt, openItems } from '../../../domain/process';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { conducted, filesOf, momentOf, onDay, passed, type Story, todayIn, told } from './story';
import { anyStory } from './wandering';

const name = { zh: '临时放假', en: 'Extra holiday' };
const changed = loadCalendar(
  ['2026-11-30', '2026-12-10', '2027-01-13'].map((date) => ({ date, kind: 'holiday', name })),
);

/** What a case writes by itself at an instant, one after another, by a calendar that changed. */
function ofItself(story: Story, at: string): { last: Story; bodies: number } {
  let last = story;
  for (let bodies = 0; ; bodies += 1) {
    const body = nextOfItself(last.file, at, { calendar: changed, today: dateInShanghai(at) });
    if (body === null) return { last, bodies };
    if (bodies > 1_000) throw new Error('The case never comes to rest');
    last = told(last, body, systemActor, at);
  }
}

describe('a case comes to rest', () => {
  it('whatever it has to write by itself: after years, and under another calendar', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(800), (story, days) => {
        const at = `${addDays(todayIn(story), days)}T01:00:00.000Z`;
        const before = openItems(story.file).length;
        const { last, bodies } = ofItself(story, at);
        // Each item has a limit and three rungs, is opened once, and moves no more than there and back.
        expect(bodies).toBeLessThanOrEqual(8 * before);
        expect(ofItself(last, at).bodies).toBe(0);
        expect(nextDueAt(last.file) ?? 'never').not.toBe(at);
      }),
    );
  });

  it('and is at rest after everything that anybody did', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        // What opens later than its limit is past it from then on: the next visit says so.
        fc.pre(story.events.at(-1)?.type !== 'stageOpened');
        expect(nextOfItself(story.file, story.now, momentOf(story))).toBeNull();
      }),
    );
  });
});

describe('a work item', () => {
  it('opens once; only a signature is asked for again, once the draft that was returned is redrafted', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const files = filesOf(story);
        story.events.forEach((event, index) => {
          for (const { id } of 'items' in event ? event.items : []) {
            const before = files[index - 1]?.items[id];
            if (before) expect(before).toMatchObject({ step: 'decide', status: 'closed' });
          }
        });
      }),
    );
  });

  it('that is open is the one that stands for its step', () => {
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        for (const item of openItems(file)) expect(file.current[item.stepId]).toBe(item.id);
      }),
    );
  });

  it('that is open has a limit, by the clock of its step, and is past it exactly when the record says so', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { file, now } = passed(story, story.now);
        for (const { stepId, deadline, limitPassed, stopped } of openItems(file)) {
          const rule = ruleOf(file, stepId);
          expect(deadline).toMatchObject({ rule: rule.id, unit: rule.unit });
          expect(deadline.due > deadline.startsOn).toBe(true);
          expect(limitPassed).toBe(!stopped && deadline.dueAt <= now);
        }
      }),
    );
  });

  it('whose clock stands still does not pass its limit, however long that lasts', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const stopped = openItems(story.file).filter((item) => item.stopped);
        const later = onDay(story, '2027-12-31');
        for (const { id } of stopped) {
          const item = later.file.items[id]!;
          if (item.stopped)
            expect(item).toMatchObject({ limitPassed: false, warned: story.file.items[id]!.warned });
        }
      }),
    );
  });

  it('is answered once, and opens again only where its act was taken back', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const files = filesOf(story);
        files.slice(1).forEach((file, index) => {
          const reopened = Object.values(file.items).filter(
            ({ id, status }) => status === 'open' && files[index]!.items[id]?.status === 'done',
          );
          const { type } = story.events[index + 1]!;
          if (reopened.length > 0) expect(['amended', 'draftReturned']).toContain(type);
        });
      }),
    );
  });
});

describe('a letter', () => {
  it('waits in a work item for as long as it is neither served nor void, where it waits in one at all', () => {
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        const serving = openItems(file).filter(({ step }) => step === 'serve');
        const waiting = file.letters.filter(awaitsService).map(({ no }) => no);
        const about = serving.map(({ stepId }) => file.asked[stepId]!.about);
        expect(about.filter((no) => !waiting.includes(no))).toEqual([]);
        expect(about).toEqual([...new Set(about)]);
      }),
    );
  });

  it('has a number of its own', () => {
    fc.assert(
      fc.property(anyStory, ({ file: { letters } }) => {
        expect(new Set(letters.map(({ no }) => no)).size).toBe(letters.length);
      }),
    );
  });
});

describe('a case that is closed', () => {
  it('waits for its letters alone', () => {
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        if (file.outcome === null) return;
        expect(openItems(file).filter(({ step }) => step !== 'serve')).toEqual([]);
      }),
    );
  });
});

/** The case once the conductor has opened what is due, and time has done what it does to what opened late. */
function caughtUp(story: Story): Story {
  const opened = conducted(story);
  const next = passed(opened, opened.now);
  return next.events.length === story.events.length ? next : caughtUp(next);
}

describe('what is due', () => {
  it('opens once the conductor is back, however late it is, and somebody is waited for', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(40), (story, days) => {
        const { file, now } = caughtUp(onDay(story, addDays(todayIn(story), days)));
        expect(awaitsConductor(file)).toBe(false);
        if (file.outcome === null) expect(openItems(file).length).toBeGreaterThan(0);
        expect(nextDueAt(file) ?? 'never').not.toBe(now);
      }),
    );
  });
});
