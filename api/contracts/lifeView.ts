import { z } from 'zod';
import { consequences } from '../../domain/evaluation';
import { exitMeasures } from '../../domain/supervision';
import { Label, oneOf, says } from './label';
import { date, listOf, planKey } from './text';
import { UnitName } from './unit';

import { CheckedCondition, year } from './life';

const day = date.nullable();

export const SupervisionView = z
  .strictObject({
    year,
    nextVisits: listOf(
      z.strictObject({
        id: planKey.meta(says('检查编号', 'Id of the visit')),
        name: Label.meta(says('检查名称', 'Its name')),
        unit: UnitName.meta(says('检查单位', 'Whose duty it is')),
        on: date.meta(says('下次到期日', 'The day of its next round')),
      }),
    )
      .nullable()
      .meta(says('下次检查；不向举办者显示，为 null', 'The next visits; null for the applicant')),
    nextEvaluation: date.meta(says('下次年度评估开始之日', 'The day on which the next evaluation opens')),
    evaluations: listOf(
      z.strictObject({
        caseId: z.string().meta(says('评估办件', 'The case of the evaluation')),
        year,
        no: z.int().meta(says('当年第几次', 'Which of the year')),
        rating: planKey.nullable().meta(says('等级编号', 'Id of the rating')),
        endedOn: day.meta(says('结束之日', 'The day it ended')),
      }),
    ).meta(says('历次评估', 'The evaluations')),
    suspension: z
      .strictObject({
        decidedOn: day.meta(says('决定之日；拟定中为 null', 'The day of the decision; null: only proposed')),
        immediate: z.boolean().meta(says('因紧急危险立即暂停', 'At once, danger being immediate')),
        days: z
          .int()
          .nullable()
          .meta(says('期限（天）；以条件恢复的为 null', 'For so many days; null: until a condition is met')),
      })
      .nullable()
      .meta(says('暂停服务；没有为 null', 'The suspension; null where there is none')),
    exit: z
      .strictObject({
        measure: oneOf(exitMeasures).meta(says('退出方式', 'The legal act')),
        label: Label.meta(says('退出方式名称', 'The same in words')),
        decidedOn: day.meta(says('决定之日', 'The day of the decision')),
        deregisteredOn: day.meta(says('注销登记之日', 'The day of the deregistration')),
      })
      .nullable()
      .meta(says('退出；没有为 null', 'The exit; null where there is none')),
  })
  .meta({ id: 'SupervisionView', ...says('监管情况', 'How an institution is supervised') });

const points = z.number().nullable();

export const Result = {
  score: points.meta(says('得分（0–100）；未评分为 null', 'The score, 0 to 100; null: nothing was scored')),
  coverage: z.number().meta(says('已评分指标的权重（%）', 'How much of the weights was scored, in percent')),
  rating: planKey.nullable().meta(says('等级编号；不予评定为 null', 'Id of the rating; null: not rated')),
  ratingLabel: Label.nullable().meta(says('等级名称', 'Name of the rating')),
  leadsTo: oneOf(consequences).meta(says('结果运用', 'What it leads to')),
  leadsToLabel: Label.meta(says('结果运用名称', 'The same in words')),
};

export const MilestoneView = z
  .strictObject({
    id: planKey.meta(says('建设节点编号', 'Id of the milestone')),
    name: Label.meta(says('建设节点名称', 'Its name')),
    due: day.meta(says('应完成之日；已完成为 null', 'The day by which it is due; null once reached')),
    reachedOn: day.meta(says('完成之日', 'The day it was reached')),
    workItem: z.string().nullable().meta(says('待办事项', 'The work item in which it is reported')),
    overdue: z.boolean().meta(says('是否逾期', 'Whether it is overdue')),
  })
  .meta({ id: 'MilestoneView', ...says('建设节点', 'A milestone of a site') });

export const ConstructionView = z
  .strictObject({
    siteNo: z.int().meta(says('附件2序号', 'Its number in Annex 2')),
    printedCompletion: z.string().meta(says('附件2所列建成时间', 'The completion as Annex 2 prints it')),
    completion: date.meta(says('现定建成时间', 'The completion that is set now')),
    milestones: listOf(MilestoneView).meta(says('建设节点', 'The milestones')),
    licence: z.string().nullable().meta(says('关联的申报办件', 'The application that it is linked with')),
    namedOn: day.meta(says('命名之日', 'The day it was named')),
    decisionNo: z.string().nullable().meta(says('命名文号', 'Number of that decision')),
    lossProposed: z.boolean().meta(says('是否已拟定取消命名', 'Whether it may lose its name')),
  })
  .meta({ id: 'ConstructionView', ...says('示范点建设情况', 'How a demonstration site fares') });

const yuan = z.number().nullable();

export const SupportView = z
  .strictObject({
    measure: planKey.meta(says('扶持措施编号', 'Id of the measure')),
    name: Label.meta(says('扶持措施名称', 'Its name')),
    checked: listOf(CheckedCondition).meta(says('逐项核对', 'Each condition, explained')),
    papers: listOf(Label).meta(
      says(
        '早先的申请只以文字列出的材料；其余的见材料清单',
        'The papers that a request of an older release named in words alone; else its checklist has them',
      ),
    ),
    draft: z
      .strictObject({
        result: z.enum(['granted', 'refused']).meta(says('给予或不予', 'Granted or refused')),
        yuan: yuan.meta(says('金额（元）', 'The amount in yuan')),
      })
      .nullable()
      .meta(says('拟稿；不向举办者显示，为 null', 'The draft; null for the applicant')),
    granted: z
      .strictObject({
        on: date.meta(says('决定之日', 'The day of the decision')),
        no: z.string().meta(says('文号', 'Number of its letter')),
        yuan: yuan.meta(says('核定金额（元）', 'The amount in yuan')),
      })
      .nullable()
      .meta(says('给予的扶持', 'What was granted')),
    payments: listOf(
      z.strictObject({
        on: date.meta(says('拨付之日', 'The day it was paid')),
        yuan: z.number().meta(says('金额（元）', 'The amount in yuan')),
      }),
    ).meta(says('拨付', 'The payments')),
    nextRecheck: day.meta(says('下次复核之日', 'The day of the next re-check')),
  })
  .meta({ id: 'SupportView', ...says('扶持情况', 'How a support stands') });

export const EvaluationView = z
  .strictObject({
    year,
    lines: listOf(
      z.strictObject({
        indicator: planKey.meta(says('指标编号', 'Id of the indicator')),
        name: Label.meta(says('指标名称', 'Its name')),
        unit: UnitName.meta(says('评分单位', 'Who scores it')),
        weight: z.number().meta(says('权重', 'Its weight')),
        points: points.meta(says('分值；未评分为 null', 'The points; null: not scored')),
        share: z.number().meta(says('占已评分权重（%）', 'Its share of what was scored, in percent')),
        adds: z.number().meta(says('计入得分', 'What it adds to the score')),
      }),
    )
      .nullable()
      .meta(
        says(
          '逐项说明；拟定等级前不向举办者显示，为 null',
          'Indicator by indicator; null for the applicant until a rating is proposed',
        ),
      ),
    proposal: z.strictObject(Result).nullable().meta(says('拟定的等级', 'The rating that is proposed')),
    contested: z.boolean().meta(says('是否有待答复的陈述申辩', 'Contested, and not answered yet')),
    rated: z
      .strictObject({
        ...Result,
        on: date.meta(says('审定之日', 'The day it was confirmed')),
        no: z.string().meta(says('文号', 'Number of its letter')),
      })
      .nullable()
      .meta(says('审定的等级', 'The rating that was confirmed')),
  })
  .meta({ id: 'EvaluationView', ...says('年度评估情况', 'What an evaluation has come to') });
