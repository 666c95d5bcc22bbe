import { valuesOf } from './label';
import type { Report } from './report/report';
import { type Stage, stages } from './vocabulary';

/** What is published of the cases of a year: null where a figure would be of too few. */
export interface CaseFigures {
  readonly closed: number | null;
  /** Open cases at each stage at which any stands. */
  readonly open: Readonly<Partial<Record<Stage, number | null>>>;
  /** The median of the working days that closed cases took the offices, and their applicants. */
  readonly days: { readonly offices: number; readonly applicant: number } | null;
  /** Limits kept by all units together, in percent. */
  readonly punctuality: number | null;
}

/** A year's report as anybody may see it: nothing in it is of fewer than `atLeast` cases or answers. */
export function caseFigures({ closed, open, days, units }: Report, atLeast: number): CaseFigures {
  const many = (n: number): number | null => (n === 0 || n >= atLeast ? n : null);
  const closings = sum(Object.values(closed));
  const kept = sum(units.map(({ inTime }) => inTime));
  const answered = kept + sum(units.map(({ passed, lifted }) => Math.max(0, passed - lifted)));
  return {
    closed: many(closings),
    open: Object.fromEntries(
      valuesOf(stages).flatMap((stage) => {
        const n = open[stage];
        return n === undefined ? [] : [[stage, many(n)]];
      }),
    ),
    days:
      days && closings >= atLeast ? { offices: days.offices.median, applicant: days.applicant.median } : null,
    punctuality: answered >= atLeast ? Math.round((kept / answered) * 1_000) / 10 : null,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
