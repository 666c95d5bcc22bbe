import type { CaseFile } from '../caseFile';
import { type EvaluationState, resultIn } from '../evaluation';
import type { CaseEvent } from '../event';
import { APPLICANT } from '../itinerary';
import { lossContested } from './construction';
import { answered, ask, close, closeAskedIn, returnedTo } from './items';
import { writtenToServe } from './letters';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export const nothingScored: EvaluationState = { points: [], proposal: null, contested: false, rated: null };

export function scored(file: CaseFile, event: Of<'scored'>): CaseFile {
  const { points } = evaluationOf(file);
  return evaluated(answered(file, event), { points: [...points, ...event.points] });
}

/** The institution is told of the rating that is proposed, and states its case within the days from there. */
export function ratingProposed(file: CaseFile, event: Of<'ratingProposed'>): CaseFile {
  const { letter, actor, item } = event;
  const proposal = { ...resultIn(event), by: actor.sub };
  const proposed = evaluated(answered(file, event), { proposal, contested: false });
  const told = writtenToServe(proposed, event, 'ratingProposed', letter);
  return ask(told, event, 'contest', { unit: APPLICANT, about: item });
}

/** Against a rating or the loss of a name it is noted until somebody answers it; against an exit it is read before the signature. */
export function contested(file: CaseFile, event: Of<'contested'>): CaseFile {
  const noted = answered(file, event);
  return file.evaluation ? evaluated(noted, { contested: true }) : lossContested(noted);
}

/** The proposal waits for its officer again; points may be amended meanwhile. */
export function ratingReturned(file: CaseFile, event: Of<'ratingReturned'>): CaseFile {
  const proposing = file.current.rate;
  if (!proposing) throw new RangeError(`Case ${file.caseId} has no rating to return`);
  const closed = closeAskedIn(file, proposing, event);
  return evaluated(returnedTo(closed, proposing, event), { proposal: null });
}

export function ratingConfirmed(file: CaseFile, event: Of<'ratingConfirmed'>): CaseFile {
  const { on, no } = event;
  const rated = { ...resultIn(event), on, no };
  const over = close(evaluated(answered(file, event), { rated, contested: false }), 'rated', event);
  return writtenToServe(over, event, 'rated', no);
}

/** @throws RangeError for a case that is no evaluation */
export function evaluationOf(file: CaseFile): EvaluationState {
  if (!file.evaluation) throw new RangeError(`Case ${file.caseId} is no evaluation`);
  return file.evaluation;
}

function evaluated(file: CaseFile, changes: Partial<EvaluationState>): CaseFile {
  return { ...file, evaluation: { ...evaluationOf(file), ...changes } };
}
