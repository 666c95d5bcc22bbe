import { z } from 'zod';
import { outcomes, serviceModes, stages, steps } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { Result } from './lifeView';
import { pageOf, pageQuery } from './page';
import { date, listOf, planKey } from './text';
import { UnitName } from './unit';

const AwaitedStep = z
  .strictObject({
    workItem: z.string().meta(says('待办事项编号', 'Id of the work item')),
    step: oneOf(steps).meta(says('环节', 'The step')),
    stepLabel: Label.meta(says('环节名称', 'Name of the step')),
    unit: UnitName.meta(says('由谁办理', 'Who is awaited')),
    due: date.meta(says('届满日', 'Its last day')),
    overdue: z.boolean().meta(says('是否逾期', 'Whether it is late')),
  })
  .meta({ id: 'AwaitedStep', ...says('正在等待的环节', 'A step that is awaited') });

export const EvaluationEntry = z
  .strictObject({
    caseId: z.string().meta(says('评估办件', 'The case of the evaluation')),
    href: z.string().meta(says('办件地址', 'Address of the case')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    subdistrict: UnitName.meta(says('所在街道', 'The subdistrict')),
    year: z.int().meta(says('年度', 'The year')),
    no: z.int().meta(says('当年第几次评估', 'Which evaluation of the year')),
    stage: oneOf(stages).meta(says('所处阶段', 'The stage')),
    stageLabel: Label.meta(says('阶段名称', 'Name of the stage')),
    outcome: oneOf(outcomes)
      .nullable()
      .meta(says('结果；未办结为 null', 'How it ended; null while it is open')),
    outcomeLabel: Label.nullable().meta(says('结果名称', 'Name of the outcome')),
    scored: z.int().meta(says('已评分的指标数', 'How many indicators are scored')),
    indicators: z.int().meta(says('指标数', 'How many there are')),
    awaited: listOf(AwaitedStep).meta(
      says('等谁办理，最早届满的在前', 'Who is awaited, the most urgent first'),
    ),
    result: z
      .strictObject(Result)
      .nullable()
      .meta(says('拟定或审定的等级', 'The rating, proposed or confirmed')),
    confirmed: z.boolean().meta(says('等级是否已审定', 'Whether the rating is confirmed')),
  })
  .meta({ id: 'EvaluationEntry', ...says('年度评估进度的一行', 'How far one institution’s evaluation is') });
export type EvaluationEntry = z.infer<typeof EvaluationEntry>;

export const EvaluationsPage = pageOf('EvaluationsPage', EvaluationEntry);

export const EvaluationFilter = z.strictObject({
  ...pageQuery,
  year: z.coerce.number().int().min(2000).max(9999).meta(says('年度', 'The year')),
  stage: oneOf(stages).optional().meta(says('阶段', 'The stage')),
  mode: oneOf(serviceModes).optional().meta(says('服务模式', 'Service mode')),
  subdistrict: planKey.optional().meta(says('街道', 'Subdistrict')),
  rating: planKey.optional().meta(says('等级编号，拟定或审定的', 'Id of the rating, proposed or confirmed')),
  late: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta(
      says('true 只列有人逾期的，false 只列没有的', 'true: only where somebody is late; false: only others'),
    ),
});
export type EvaluationFilter = z.infer<typeof EvaluationFilter>;
