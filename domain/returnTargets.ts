import type { CaseFile } from './caseFile';
import { standsAt } from './process';
import type { Stage } from './vocabulary';

/** The stages to which a case can be sent back: the earlier ones, but none behind a decision that was made. */
export function remandTargets(file: CaseFile): Stage[] {
  const earlier = stagesBefore(file);
  return file.dates.decision === null ? earlier : afterDecision(earlier);
}

/**
 * The stages to which a repair can move a case: up to the one where it stands. What lies ahead is reached by the acts
 * that lead there, and nobody goes behind a decision that the applicant was told of (行政许可法 第八条).
 */
export function moveTargets(file: CaseFile): Stage[] {
  const reached = [...stagesBefore(file), standsAt(file) ?? file.stage];
  return isToldOfDecision(file) ? afterDecision(reached) : reached;
}

function stagesBefore(file: CaseFile): Stage[] {
  const stages = file.itinerary.stages.map(({ stage }) => stage);
  return stages.slice(0, stages.indexOf(standsAt(file) ?? file.stage));
}

function afterDecision(stages: readonly Stage[]): Stage[] {
  return stages.slice(stages.indexOf('decision') + 1);
}

function isToldOfDecision({ letters, decisionNo }: CaseFile): boolean {
  return letters.some(({ no, served }) => no === decisionNo && served !== null);
}
