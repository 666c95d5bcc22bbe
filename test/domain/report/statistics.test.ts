import { caseFigures } from '../../../domain/statistics';
import { closed } from '../record/stories';
import { wayTo } from '../record/story';
import { reportOf, withdrawn } from './reported';

const times = <T>(n: number, each: T): T[] => Array.from({ length: n }, () => each);

describe('the figures that are published of cases', () => {
  it('are given where they are of enough', () => {
    const report = reportOf(
      '2026',
      ...times(2, closed.certified()),
      withdrawn(wayTo('accept')),
      wayTo('draft'),
    );
    const figures = caseFigures(report, 1);
    expect(figures).toMatchObject({ closed: 3, open: { decision: 1 }, punctuality: 100 });
    expect(figures.days).toEqual({
      offices: report.days?.offices.median,
      applicant: report.days?.applicant.median,
    });
  });

  it.each([
    [2, { closed: 2, open: { decision: 2 } }],
    [3, { closed: null, open: { decision: null }, days: null }],
  ])('are of %i cases at the least, or are not given', (atLeast, figures) => {
    const report = reportOf('2026', ...times(2, closed.certified()), ...times(2, wayTo('draft')));
    expect(caseFigures(report, atLeast)).toMatchObject(figures);
  });

  it('say nothing of punctuality by too few answers', () => {
    const report = reportOf('2026', wayTo('review'));
    expect([caseFigures(report, 1).punctuality, caseFigures(report, 2).punctuality]).toEqual([100, null]);
  });

  it('say that there is none where there is none', () => {
    expect(caseFigures(reportOf('2026'), 5)).toEqual({ closed: 0, open: {}, days: null, punctuality: null });
  });
});
