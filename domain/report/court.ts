import { dayOf, type Calendar } from '../calendar';
import type { CaseFile } from '../caseFile';
import { endOfRun } from '../caseClock';
import { addDays, dateInShanghai } from '../civilDate';
import { APPLICANT, isOffice } from '../itinerary';
import type { Labels } from '../label';
import type { Stage } from '../vocabulary';
import type { CaseCourse } from './course';
import { covers, type Span } from './span';

/** In whose court a working day of a case was: each counts in one. */
export const courts = {
  offices: { zh: '各单位', en: 'Offices' },
  applicant: { zh: '举办者', en: 'Applicants' },
  stopped: {
    zh: '听证、检查、检测、评审（不计入期限）',
    en: 'Hearing, inspection, test, appraisal (not counted)',
  },
  nobody: { zh: '无单位待办', en: "Nobody's" },
} as const satisfies Labels<string>;
export type Court = keyof typeof courts;

/** Working days that a case took. */
export interface DaysTaken {
  readonly courts: Readonly<Record<Court, number>>;
  /** Those of the offices, at each stage that the case came to. */
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
}

/**
 * Working days from a case's receipt to an instant, as clocks count them: from the day after. Each is told by what
 * was open at its beginning.
 */
export function daysTaken(course: CaseCourse, until: string, calendar: Calendar): DaysTaken {
  const days: Record<Court, number> = { offices: 0, applicant: 0, stopped: 0, nobody: 0 };
  const stages = Object.fromEntries(course.stood.map(({ stage }) => [stage, 0])) as Partial<
    Record<Stage, number>
  >;
  const last = dateInShanghai(until);
  const courtOn = courtsOf(course, last);
  for (let date = addDays(course.file.dates.receipt, 1); date <= last; date = addDays(date, 1)) {
    if (!dayOf(calendar, date).working) continue;
    const court = courtOn(date);
    days[court] += 1;
    const stage = court === 'offices' ? stageOn(course, date) : undefined;
    if (stage) stages[stage] = (stages[stage] ?? 0) + 1;
  }
  return { courts: days, stages };
}

function courtsOf({ file, items }: CaseCourse, last: string): (date: string) => Court {
  // The days for asking for a hearing are the applicant's from when they were told.
  const applicants = items.filter(({ item }) => item.unit === APPLICANT).flatMap(({ ran }) => ran);
  const offices = items.filter(({ item }) => isOffice(item.unit)).flatMap(({ open }) => open);
  const stopped = stoppedIn(file, last);
  return (date) => {
    const isIn = (spans: readonly Span[]) => spans.some((span) => covers(span, date));
    if (isIn(applicants)) return 'applicant';
    if (isIn(stopped)) return 'stopped';
    return isIn(offices) ? 'offices' : 'nobody';
  };
}

/** Time that does not count towards the decision (行政许可法 第四十五条), for no longer than the applicant was told. */
function stoppedIn(file: CaseFile, last: string): Span[] {
  return file.procedures.map((run) => ({ from: run.from, to: endOfRun(file, run) ?? last }));
}

function stageOn({ stood }: CaseCourse, date: string): Stage | undefined {
  return stood.find(({ spans }) => spans.some((span) => covers(span, date)))?.stage;
}
