import { courseOf } from '../../../domain/report/course';
import { type Period, periodOf } from '../../../domain/report/period';
import { Gathering, type Report } from '../../../domain/report/report';
import { applicant } from '../../world/people';
import { correctionAsked, inspected, inspecting, mended } from '../record/sideStories';
import { closed } from '../record/stories';
import { acted, answered, calendar, did, onDay, openItem, type Story, wayTo } from '../record/story';

const of = (id: string): Period => periodOf(id)!;

/** The report of a period in which these cases are all that there is. */
function reportOf(id: string, ...stories: readonly Story[]): Report {
  const gathering = new Gathering(of(id), calendar);
  for (const { events, file } of stories) {
    const course = courseOf(file.caseId, events, of(id).until);
    if (course) gathering.add(course);
  }
  return gathering.report();
}

const withdrawn = (story: Story) => acted(story, null, { act: 'withdraw' }, applicant);
const unitIn = ({ punctuality }: Report, unit: string) => {
  const found = punctuality.find((each) => each.unit === unit);
  return found && [found.inTime, found.late, found.silent, found.rate];
};

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
  it('are the applicant’s while something was waited for from them, else the offices’', () => {
    const corrected = mended(onDay(correctionAsked(), '2026-11-27'), 1, 2);
    const { days } = reportOf('2026-12', withdrawn(onDay(corrected, '2026-12-01')));
    // The applicant had 25, 26 and 27 November; the clerk 30 November and 1 December.
    expect(days).toEqual({ ours: { median: 2, longest: 2 }, applicant: { median: 3, longest: 3 } });
  });

  it('are the offices’ while an inspection stops the clock', () => {
    const story = withdrawn(inspected(onDay(inspecting(), '2026-12-01')));
    expect(reportOf('2026-12', story).days?.ours.longest).toBe(5);
  });

  it('have a median between the two in the middle, and a longest', () => {
    const closedOn = (day: string) => withdrawn(onDay(wayTo('accept'), day));
    const { days } = reportOf('2026-11', closedOn('2026-11-25'), closedOn('2026-11-30'));
    expect(days?.ours).toEqual({ median: 2.5, longest: 4 });
  });
});

describe('the punctuality of a unit (考核)', () => {
  it('counts what it answered within its limits', () => {
    const story = answered(wayTo('review'), openItem(wayTo('review'), 'review-fire'));
    expect(unitIn(reportOf('2026-11', story), 'fire')).toEqual([1, 0, 0, 100]);
    expect(unitIn(reportOf('2026-12', story), 'fire')).toBeUndefined();
  });

  it('counts as late what it answered after them, and as silent what it has not answered', () => {
    const late = onDay(wayTo('review'), '2026-12-09');
    expect(unitIn(reportOf('2026-12', late), 'fire')).toEqual([0, 0, 1, 0]);
    const after = answered(onDay(late, '2026-12-10'), openItem(late, 'review-fire'));
    expect(unitIn(reportOf('2026-12', after), 'fire')).toEqual([0, 1, 0, 0]);
    expect(unitIn(reportOf('2026-12', after), 'market')).toEqual([0, 0, 1, 0]);
  });

  it('counts as silence what the law took for its answer (行政许可法 第三十二条)', () => {
    const deemed = onDay(wayTo('accept'), '2026-12-03');
    expect(deemed.file.dates.acceptance).toBe('2026-11-24');
    expect(unitIn(reportOf('2026-12', deemed), 'shiqiao')).toEqual([0, 0, 1, 0]);
  });

  it('counts nothing for a limit that is still ahead, nor for what an act closed unanswered', () => {
    const reviewing = wayTo('review');
    expect(unitIn(reportOf('2026-11', reviewing), 'fire')).toBeUndefined();
    expect(unitIn(reportOf('2026-11', withdrawn(reviewing)), 'fire')).toBeUndefined();
    const remanded = did(wayTo('draft'), 'draft', { act: 'remand', to: 'jointReview', reason: '补充' });
    expect(unitIn(reportOf('2026-11', remanded), 'shiqiao')).toEqual([1, 0, 0, 100]);
  });

  it('is no matter of the applicant’s, nor of the system’s', () => {
    const units = reportOf('2026-11', closed.certified()).punctuality.map(({ unit }) => unit);
    expect(units).not.toEqual(expect.arrayContaining(['applicant']));
    expect(units).not.toEqual(expect.arrayContaining(['system']));
  });

  it('lists first who kept fewest', () => {
    const late = onDay(wayTo('review'), '2026-12-09');
    const { punctuality } = reportOf(
      '2026-12',
      answered(wayTo('review'), openItem(wayTo('review'), 'review-fire')),
      late,
    );
    const rates = punctuality.map(({ rate }) => rate);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });
});
