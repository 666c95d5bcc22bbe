import type { CaseFile } from '../caseFile';
import type { EvaluationState } from '../evaluation';
import type { CaseEvent } from '../event';
import { APPLICANT } from '../itinerary';
import { answered, ask, change, close, closeAskedIn } from './items';
import { toBeServed, written } from './letters';
import { without } from './returns';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export const nothingScored: EvaluationState = { points: [], proposal: null, contested: false, rated: null };

export function scored(file: CaseFile, event: Of<'scored'>): CaseFile {
  const { points } = evaluationOf(file);
  return evaluated(answered(file, event), { points: [...points, ...event.points] });
}

/** The institution is told of the rating that is proposed, and states its case within the days from there. */
export function ratingProposed(file: CaseFile, event: Of<'ratingProposed'>): CaseFile {
  const { score, coverage, rating, leadsTo, letter, actor, item } = event;
  const proposal = { score, coverage, rating, leadsTo, by: actor.sub };
  const proposed = evaluated(answered(file, event), { proposal, contested: false });
  const told = toBeServed(written(proposed, event, 'ratingProposed', letter), event, letter);
  return ask(told, event, 'contest', { unit: APPLICANT, about: item });
}

/** Against a rating it is noted until somebody answers it; against an exit it is read before the signature. */
export function contested(file: CaseFile, event: Of<'contested'>): CaseFile {
  const noted = answered(file, event);
  return file.evaluation ? evaluated(noted, { contested: true }) : noted;
}

/** The proposal waits for its officer again; points may be amended meanwhile. */
export function ratingReturned(file: CaseFile, event: Of<'ratingReturned'>): CaseFile {
  const proposing = file.current.rate;
  if (!proposing) throw new RangeError(`Case ${file.caseId} has no rating to return`);
  const asked = closeAskedIn(file, proposing, event);
  const returned = change(asked, event.item, { status: 'closed', version: event.seq });
  const open = change(returned, proposing, { status: 'open', version: event.seq });
  return evaluated({ ...open, current: without(open.current, ['confirmRating']) }, { proposal: null });
}

export function ratingConfirmed(file: CaseFile, event: Of<'ratingConfirmed'>): CaseFile {
  const { score, coverage, rating, leadsTo, on, no } = event;
  const rated = { score, coverage, rating, leadsTo, on, no };
  const over = close(evaluated(answered(file, event), { rated, contested: false }), 'rated', event);
  return toBeServed(written(over, event, 'rated', no), event, no);
}

/** @throws RangeError for a case that is no evaluation */
export function evaluationOf(file: CaseFile): EvaluationState {
  if (!file.evaluation) throw new RangeError(`Case ${file.caseId} is no evaluation`);
  return file.evaluation;
}

function evaluated(file: CaseFile, changes: Partial<EvaluationState>): CaseFile {
  return { ...file, evaluation: { ...evaluationOf(file), ...changes } };
}
