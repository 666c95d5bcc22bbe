import { courseOf } from '../../../domain/report/course';
import { periodOf } from '../../../domain/report/period';
import { Gathering, type Report } from '../../../domain/report/report';
import { applicant } from '../../world/people';
import { acted, calendar, type Story } from '../record/story';

/** The report of a period in which these cases are all that there is. */
export function reportOf(id: string, ...stories: readonly Story[]): Report {
  const period = periodOf(id)!;
  const gathering = new Gathering(period, calendar);
  for (const { events, file } of stories) {
    const course = courseOf(file.caseId, events, period.until);
    if (course) gathering.add(course);
  }
  return gathering.report();
}

export const withdrawn = (story: Story) => acted(story, null, { act: 'withdraw' }, applicant);
