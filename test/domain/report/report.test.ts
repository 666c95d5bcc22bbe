import fc from 'fast-check';
import { courseOf } from '../../../domain/report/course';
import { daysTaken } from '../../../domain/report/court';
import { periodOf } from '../../../domain/report/period';
import type { Report } from '../../../domain/report/report';
import { correctionAsked, hearingTold, inspected, inspecting, mended } from '../record/sideStories';
import { clerk, closed } from '../record/stories';
import { acted, answered, calendar, conducted, did, onDay, openItem, wayTo } from '../record/story';
import { anyStory } from '../record/wandering';
import { reportOf, withdrawn } from './reported';

describe('a period', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30', '2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ['2026-12', '2026-12-01', '2026-12-31', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['2028-02', '2028-02-01', '2028-02-29', '2028-01-31T16:00:00.000Z', '2028-02-29T16:00:00.000Z'],
    ['2026', '2026-01-01', '2026-12-31', '2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
  ])('%s is a month or a year in Shanghai', (id, firstDay, lastDay, from, until) => {
    expect(periodOf(id)).toEqual({ id, firstDay, lastDay, from, until });
  });

  it.each(['', '26', '2026-13', '2026-1', '2026-00', '0000', '2026-11-01', 'November'])('is not “%s”', (id) =>
    expect(periodOf(id)).toBeNull(),
  );
});

describe('the report of a period', () => {
  it('counts what was received, closed and open, in the period in which it came about', () => {
    const received = reportOf('2026-11', closed.certified(), withdrawn(wayTo('accept')), wayTo('draft'));
    expect(received).toMatchObject({
      received: 3,
      receivedByMode: { private: 3 },
      receivedBySubdistrict: { shiqiao: 3 },
      closed: { certified: 1, withdrawn: 1 },
      open: { decision: 1 },
    });
    const later = reportOf('2026-12', wayTo('draft'), withdrawn(onDay(wayTo('accept'), '2026-12-01')));
    expect(later).toMatchObject({ received: 0, closed: { withdrawn: 1 }, open: { decision: 1 } });
  });

  it('shows a case as it stood at the period’s end, whatever became of it', () => {
    const story = withdrawn(onDay(wayTo('review'), '2026-12-01'));
    expect(reportOf('2026-11', story)).toMatchObject({ closed: {}, open: { jointReview: 1 }, days: null });
    expect(reportOf('2026-10', story)).toMatchObject({ received: 0, open: {} });
  });
});

describe('days taken, of the cases that were closed', () => {
  const longest = (report: Report) =>
    Object.fromEntries(Object.entries(report.days ?? {}).map(([court, spread]) => [court, spread.longest]));

  it('are the applicant’s while something was waited for from them, else the offices’', () => {
    const corrected = mended(onDay(correctionAsked(), '2026-11-27'), 1, 2);
    const report = reportOf('2026-12', withdrawn(onDay(corrected, '2026-12-01')));
    // The applicant had 25, 26 and 27 November; the clerk 30 November and 1 December.
    expect(longest(report)).toEqual({ offices: 2, applicant: 3, stopped: 0, nobody: 0 });
  });

  it.each(['inspect', 'test', 'appraise'] as const)(
    'are no office’s while the procedure “%s” stops the clock (行政许可法 第四十五条)',
    (procedure) => {
      const body = { act: 'order', procedure, days: 5, reason: '须核实' } as const;
      const story = did(wayTo('review'), 'review-fire', body);
      const report = reportOf('2026-12', withdrawn(onDay(story, '2026-12-01')));
      expect(longest(report)).toEqual({ offices: 0, applicant: 0, stopped: 5, nobody: 0 });
    },
  );

  it('are the offices’ again once it has taken the time that the applicant was told', () => {
    const story = withdrawn(inspected(onDay(inspecting(wayTo('review'), 'review-fire', 2), '2026-12-01')));
    expect(longest(reportOf('2026-12', story))).toMatchObject({ offices: 3, stopped: 2 });
  });

  it('are the applicant’s while they may ask for a hearing, and nobody’s time but the hearing’s while it is held', () => {
    const asked = did(onDay(hearingTold(), '2026-11-26'), 'requestHearing', { act: 'requestHearing' });
    const report = reportOf('2026-11', withdrawn(onDay(asked, '2026-11-30')));
    expect(longest(report)).toEqual({ offices: 0, applicant: 2, stopped: 2, nobody: 0 });
  });

  it('are nobody’s while no office has anything open: the next step was not opened yet', () => {
    const [accept] = Object.values(wayTo('accept').file.items);
    const accepted = acted(wayTo('accept'), accept!.id, { act: 'accept' }, clerk);
    const late = conducted(onDay(accepted, '2026-11-26'));
    const report = reportOf('2026-11', withdrawn(onDay(late, '2026-11-27')));
    expect(longest(report)).toEqual({ offices: 1, applicant: 0, stopped: 0, nobody: 2 });
  });

  it('begin with the receipt of an application that was entered later, and are the clerk’s', () => {
    const { events, file } = withdrawn(onDay(wayTo('accept'), '2026-11-25'));
    const early = events.map((event) =>
      event.type === 'submitted' ? { ...event, receivedOn: '2026-11-20' } : event,
    );
    const report = reportOf('2026-11', { events: early, file, now: '' });
    expect(longest(report)).toEqual({ offices: 3, applicant: 0, stopped: 0, nobody: 0 });
    expect(report.stages).toEqual({ acceptance: { median: 3, longest: 3 } });
  });

  it('have a median between the two in the middle, and a longest', () => {
    const closedOn = (day: string) => withdrawn(onDay(wayTo('accept'), day));
    const { days } = reportOf('2026-11', closedOn('2026-11-25'), closedOn('2026-11-30'));
    expect(days?.offices).toEqual({ median: 2.5, longest: 4 });
  });

  it('are told for each stage that the case came to, those of the offices alone', () => {
    const corrected = mended(onDay(correctionAsked(), '2026-11-27'), 1, 2);
    const reviewing = answered(onDay(corrected, '2026-12-01'), openItem(corrected, 'accept'));
    const { stages } = reportOf('2026-12', withdrawn(onDay(reviewing, '2026-12-02')));
    expect(stages).toEqual({
      acceptance: { median: 2, longest: 2 },
      jointReview: { median: 1, longest: 1 },
    });
  });

  it('add up over the stages of a case to what the offices took', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const course = courseOf(story.file.caseId, story.events, periodOf('2099')!.until)!;
        const { file, closings } = course;
        const until = file.outcome === null ? story.now : closings.at(-1)!.at;
        const { courts, stages } = daysTaken(course, until, calendar);
        expect(Object.values(stages).reduce((total, days) => total + days, 0)).toBe(courts.offices);
      }),
      { numRuns: 60 },
    );
  });
});
