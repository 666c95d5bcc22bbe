import fc from 'fast-check';
import { valuesOf } from '../../../domain/label';
import { turns } from '../../../domain/report/itemCourse';
import type { Report } from '../../../domain/report/report';
import { clerk, closed } from '../record/stories';
import { acted, idOf, onDay } from '../record/story';
import { anyStory } from '../record/wandering';
import { reportOf } from './reported';

describe('the months of a year', () => {
  const months = (year: number) =>
    Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

  /** What adds up in a report; the rest is how things stand at its end, or a median. */
  const flows = ({ received, closed, reopened, units }: Report) => {
    const total = Object.values(closed).reduce((sum, count) => sum + count, -reopened);
    const turned = units.flatMap((unit) =>
      valuesOf(turns).map((turn): [string, number] => [`${unit.unit} ${turn}`, unit[turn]]),
    );
    return [['received', received], ['closed', total], ...turned] as [string, number][];
  };
  const summed = (reports: readonly Report[]) => {
    const sums = new Map<string, number>();
    for (const [key, count] of reports.flatMap(flows)) sums.set(key, (sums.get(key) ?? 0) + count);
    return Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort());
  };

  it('add up to it, whatever becomes of a case', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const year of [2026, 2027]) {
          const ofMonths = months(year).map((month) => reportOf(month, story));
          expect(summed(ofMonths)).toEqual(summed([reportOf(String(year), story)]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count a closing in its month and its being opened again in the next, and the year neither', () => {
    const declined = closed.notAccepted();
    const amended = acted(
      onDay(declined, '2026-12-01'),
      idOf('accept'),
      { act: 'amend', reason: '误按' },
      clerk,
    );
    expect(reportOf('2026-11', amended)).toMatchObject({ closed: { notAccepted: 1 }, reopened: 0 });
    expect(reportOf('2026-12', amended)).toMatchObject({ closed: {}, reopened: 1, open: { acceptance: 1 } });
    expect(reportOf('2026', amended)).toMatchObject({ closed: {}, reopened: 0, open: { acceptance: 1 } });
  });
});
