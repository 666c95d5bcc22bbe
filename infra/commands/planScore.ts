import {
  consequences,
  type EvaluationRules,
  type Points,
  type Score,
  scoreOf,
} from '../../domain/evaluation';
import { readPlanFile } from '../plan/file';
import { WrongUsage } from './output';

/**
 * What points would give by the evaluation rules of a plan file, explained: so a bureau sees what an indicator, a
 * weight or a rating does before it publishes it.
 * @param given `indicator=points`, each once @throws WrongUsage, PlanFileError
 */
export function scoredBy(file: string, given: readonly string[]): string {
  const { evaluation } = readPlanFile(file);
  const points = given.map((text) => pointsIn(text, evaluation));
  const twice = points.find(({ indicator }, index) =>
    points.slice(0, index).some((earlier) => earlier.indicator === indicator),
  );
  if (twice) throw new WrongUsage(`${twice.indicator}：只能评一次 must be given once`);
  return explained(scoreOf(evaluation, points), evaluation);
}

function pointsIn(text: string, { indicators }: EvaluationRules): Points {
  const [indicator = '', points = ''] = text.split('=', 2);
  if (!indicators.some(({ id }) => id === indicator)) {
    const known = indicators.map(({ id }) => id).join(', ');
    throw new WrongUsage(`没有指标 there is no indicator “${indicator}”；可用 there are: ${known}`);
  }
  if (!/^\d+(\.\d+)?$/.test(points) || Number(points) > 100) {
    throw new WrongUsage(`${indicator}：须为 0 至 100 的分数 must be points from 0 to 100, not “${points}”`);
  }
  return { indicator, points: Number(points) };
}

function explained({ score, coverage, rating, lines }: Score, rules: EvaluationRules): string {
  return [
    ...lines.map(({ indicator: { id, name, scoredBy: unit, weight }, points, share, adds }) =>
      points === null
        ? `  ${id}  ${name.zh} ${name.en}（${unit}，权重 weight ${weight}）：未评分，不计入 silent, left out`
        : `  ${id}  ${name.zh} ${name.en}（${unit}，权重 weight ${weight}）：${points} × ${inPercent(share)} = ${adds.toFixed(2)}`,
    ),
    `得分 Score: ${score?.toFixed(2) ?? '—'}；已评权重 weights scored: ${inPercent(coverage)}`,
    rating
      ? `等级 Rating: ${rating.name.zh} ${rating.name.en}（自 ${rating.from} 分起 from ${rating.from}）→ ${consequences[rating.leadsTo].zh} ${consequences[rating.leadsTo].en}`
      : `不定等级：已评权重不足 ${rules.coverage}%  Not rated: less than ${rules.coverage} % of the weights were scored`,
  ].join('\n');
}

function inPercent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}
