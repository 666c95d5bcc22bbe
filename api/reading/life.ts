import type { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import { consequences, type EvaluationRules, type Result, scoreOf } from '../../domain/evaluation';
import { exitMeasures } from '../../domain/supervision';
import type { EvaluationView, SupervisionView } from '../contracts/lifeView';
import { actsForApplicant } from './visibility';
import { unitName, type View } from './workItems';

/** How an institution is supervised; its officials alone see when they come next. */
export function supervisionView(
  { supervision, itinerary: { life } }: CaseFile,
  view: View,
): z.infer<typeof SupervisionView> | null {
  if (!supervision || life?.kind !== 'supervision') return null;
  const { year, nextEvaluation, evaluations, exit, suspension = null } = supervision;
  const nextVisits = life.visits.flatMap(({ id, name, unit }) => {
    const on = supervision.nextVisits[id];
    return on === undefined ? [] : [{ id, name, unit: unitName(view.plan, unit), on }];
  });
  return {
    year,
    nextVisits: actsForApplicant(view.actor) ? null : nextVisits,
    nextEvaluation,
    evaluations: [...evaluations],
    suspension: suspension && {
      decidedOn: suspension.decidedOn,
      immediate: suspension.immediate,
      days: suspension.days,
    },
    exit: exit && {
      measure: exit.measure,
      label: exitMeasures[exit.measure],
      decidedOn: exit.decidedOn,
      deregisteredOn: exit.deregisteredOn,
    },
  };
}

/** What an evaluation has come to, explained indicator by indicator. */
export function evaluationView(
  { evaluation, itinerary: { life } }: CaseFile,
  view: View,
): z.infer<typeof EvaluationView> | null {
  if (!evaluation || life?.kind !== 'evaluation') return null;
  const rules = life.evaluation;
  const { points, proposal, contested, rated } = evaluation;
  const isShown = !actsForApplicant(view.actor) || proposal !== null;
  const lines = scoreOf(rules, points).lines.map((line) => ({
    indicator: line.indicator.id,
    name: line.indicator.name,
    unit: unitName(view.plan, line.indicator.scoredBy),
    weight: line.indicator.weight,
    points: line.points,
    share: line.share,
    adds: line.adds,
  }));
  return {
    year: life.year,
    lines: isShown ? lines : null,
    proposal: proposal && resultView(rules, proposal),
    contested,
    rated: rated && { ...resultView(rules, rated), on: rated.on, no: rated.no },
  };
}

/** A result with the name of its rating. */
export function resultView({ ratings }: EvaluationRules, { score, coverage, rating, leadsTo }: Result) {
  const ratingLabel = ratings.find(({ id }) => id === rating)?.name ?? null;
  return { score, coverage, rating, ratingLabel, leadsTo, leadsToLabel: consequences[leadsTo] };
}
