import type { ActBody } from '../act';
import type { CaseFile, WorkItem } from '../caseFile';
import { askedOf } from '../changes/items';
import { openItems } from '../process';
import { demand, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Answered once the visits that were called on it are made; what is founded counts as a finding. */
export const answerComplaint: Performing<Body<'answerComplaint'>> = (file, item, body, { today }) => {
  const { result, severity = null, answer } = body;
  demand((result === 'founded') === (severity !== null), 'severityNeeded', '/severity');
  demandVisited(file, item);
  const { about: complaint } = askedOf(file, item);
  return withWords(
    { type: 'complaintAnswered', item: item.id, complaint, result, severity, on: today },
    { answer },
  );
};

/** What a visit is called on waits for its result. */
export function demandVisited(file: CaseFile, { id }: WorkItem): void {
  const pending = openItems(file).filter(
    ({ step, stepId }) => step === 'visit' && file.asked[stepId]?.about === id,
  );
  demand(
    pending.length === 0,
    'visitPending',
    '/act',
    pending.map((visit) => visit.id),
  );
}
