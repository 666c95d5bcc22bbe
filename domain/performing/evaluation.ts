import type { ActBody } from '../act';
import { evaluationOf } from '../changes/evaluation';
import { type EvaluationRules, indicatorsOf, resultIn, resultOf } from '../evaluation';
import type { CaseFile } from '../caseFile';
import { evaluationRulesIn } from '../itinerary';
import { checkAnswered, checkHeard } from './decision';
import { demand, numberOf, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** A unit scores all indicators of its duty at once, each with what the points rest on. */
export const score: Performing<Body<'score'>> = (file, item, { points }) => {
  const own = indicatorsOf(rulesOf(file), item.unit).map(({ id }) => id);
  points.forEach(({ indicator }, index) => {
    const first = points.findIndex((each) => each.indicator === indicator) === index;
    demand(own.includes(indicator) && first, 'unknownIndicator', `/points/${index}/indicator`, own);
  });
  const missing = own.filter((id) => !points.some(({ indicator }) => indicator === id));
  demand(missing.length === 0, 'indicatorsMissing', '/points', missing);
  return withWords(
    {
      type: 'scored',
      item: item.id,
      points: points.map(({ indicator, points: given }) => ({ indicator, points: given })),
    },
    { evidence: Object.fromEntries(points.map(({ indicator, evidence }) => [indicator, evidence])) },
  );
};

/** The rating follows from the points by the pinned rules; a unit that was silent is left out. */
export const proposeRating: Performing<Body<'proposeRating'>> = (file, item, { grounds }, context) => {
  const result = resultOf(rulesOf(file), evaluationOf(file).points);
  return withWords(
    { type: 'ratingProposed', item: item.id, letter: numberOf(context), ...result },
    { grounds },
  );
};

/** Confirmed by a second person, once the institution has answered or let its time pass. */
export const confirmRating: Performing<Body<'confirmRating'>> = (file, item, { rating, answer }, context) => {
  const { proposal, contested } = evaluationOf(file);
  if (proposal === null) throw new TypeError('A rating is confirmed once it is proposed');
  const result = resultIn(proposal);
  demand(rating === result.rating, 'resultDiffers', '/rating', [result.rating ?? 'null']);
  checkHeard(file, file.current.rate ?? '');
  checkAnswered(contested, answer);
  return withWords(
    { type: 'ratingConfirmed', item: item.id, on: context.today, no: numberOf(context), ...result },
    { answer: answer ?? null },
  );
};

function rulesOf({ caseId, itinerary }: CaseFile): EvaluationRules {
  const rules = evaluationRulesIn(itinerary);
  if (!rules) throw new RangeError(`Case ${caseId} is no evaluation`);
  return rules;
}
