import { z } from 'zod';
import type * as domain from '../../domain/itinerary';
import type { EvaluationRules } from '../../domain/evaluation';
import { exitMeasures } from '../../domain/supervision';
import type { SupportCondition } from '../../domain/support';
import { evaluation as rules } from '../../infra/plan/evaluation';
import { supportCondition } from '../../infra/plan/support';
import { Label, oneOf, says } from './label';
import { StaffRules } from './staff';
import { date, listOf, planKey } from './text';

const institution = z.string().meta(says('机构的申报办件', 'The case by which it was certified'));
const application = z
  .string()
  .exactOptional()
  .meta(
    says(
      '机构最近一次变更的办件；未变更过的没有',
      'The change by which it is known now; absent where there was none',
    ),
  );
const evaluation: z.ZodType<EvaluationRules, EvaluationRules> = rules.meta(
  says('评估规则', 'The rules of the evaluation'),
);
export const year = z.int().meta(says('年度', 'The year'));

const condition: z.ZodType<SupportCondition, SupportCondition> = supportCondition.meta({
  id: 'SupportCondition',
  ...says('一项扶持条件', 'A condition of support'),
});

export const CheckedCondition = z
  .strictObject({
    rule: Label.meta(says('条件', 'The condition')),
    found: Label.meta(says('实际情况', 'What the institution is')),
    holds: z.boolean().meta(says('是否满足', 'Whether it is met')),
  })
  .meta({ id: 'CheckedCondition', ...says('一项扶持条件的核对', 'A condition, explained') });

export const CheckLine = z
  .strictObject({
    id: planKey.meta(says('检查项目编号', 'Id of the line')),
    text: Label.meta(says('检查项目', 'What is looked at')),
  })
  .meta({ id: 'CheckLine', ...says('检查表的一项', 'A line of a checklist') });

/** A site as Annex 2 prints it. */
const Site = z.strictObject({
  no: z.int().meta(says('附件2序号', 'Its number in Annex 2')),
  name: z.string().meta(says('示范点名称', 'Its name')),
  address: z.string().meta(says('地址', 'Its address')),
  printedCompletion: z.string().meta(says('附件2所列建成时间', 'The completion as Annex 2 prints it')),
  responsibleUnit: planKey.meta(says('负责单位', 'The responsible unit')),
});

/** What makes an itinerary one of an institution's life or of a demonstration site, as pinned. */
export const Life = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('supervision').meta(says('监管', 'Supervision')),
      institution,
      application,
      evaluation,
      visits: listOf(
        z.strictObject({
          id: planKey.meta(says('检查编号', 'Id of the visit')),
          name: Label.meta(says('检查名称', 'Its name')),
          unit: planKey.meta(says('检查单位', 'Whose duty it is')),
          everyMonths: z.int().meta(says('每几个月一次', 'Every so many months')),
          checklist: listOf(CheckLine)
            .exactOptional()
            .meta(says('检查表；早先立件的没有', 'Its checklist; absent from what an older release began')),
        }),
      ).meta(says('定期检查', 'The visits that return')),
      validUntil: date
        .exactOptional()
        .meta(
          says('证书有效期至；未设有效期的没有', 'The last day of the certificate; absent where it has none'),
        ),
      renewal: z
        .strictObject({
          fromDays: z.int().meta(says('届满前几天起可以续期', 'Renewed from so many days before')),
          remindDays: z.int().meta(says('届满前几天提醒', 'Reminded so many days before')),
        })
        .exactOptional()
        .meta(says('续期规则', 'How it is renewed')),
      measures: listOf(
        z.strictObject({
          measure: oneOf(exitMeasures).meta(says('退出方式', 'The legal act')),
          hearing: z.boolean().meta(says('是否告知听证权利', 'Whether a hearing is offered')),
        }),
      ).meta(says('退出方式', 'The measures of the plan')),
      suspension: z
        .strictObject({ hearing: z.boolean().meta(says('是否告知听证权利', 'Whether a hearing is offered')) })
        .meta(says('暂停服务', 'Suspension')),
      incidents: z
        .strictObject({
          followedUpBy: planKey.meta(says('跟进单位', 'Who follows it up')),
          told: listOf(planKey).meta(says('立即通报的单位', 'The units that are told at once')),
          withinHours: z.int().meta(says('须在几小时内报告', 'To be reported within so many hours')),
        })
        .meta(says('事故', 'Incidents')),
      staff: StaffRules.exactOptional(),
      complaints: planKey.meta(says('投诉处理单位', 'Who handles complaints of the public')),
    }),
    z.strictObject({
      kind: z.literal('evaluation').meta(says('年度评估', 'An annual evaluation')),
      institution,
      application,
      supervision: z.string().meta(says('监管办件', 'The supervision that asked for it')),
      year,
      evaluation,
    }),
    z.strictObject({
      kind: z.literal('construction').meta(says('示范点建设', 'A demonstration site')),
      institution: institution
        .nullable()
        .meta(says('机构的申报办件；未关联为 null', 'The case by which it applied; null until linked')),
      application,
      site: Site,
      milestones: listOf(
        z.strictObject({
          id: planKey.meta(says('建设节点编号', 'Id of the milestone')),
          name: Label.meta(says('建设节点名称', 'Its name')),
          share: z.number().meta(says('占建设时间的百分比', 'Its share of the time, in percent')),
        }),
      ).meta(says('建设节点', 'The milestones')),
      completion: date.meta(says('立件时的建成时间', 'The completion when it was begun')),
    }),
    z.strictObject({
      kind: z.literal('support').meta(says('扶持', 'A support')),
      institution,
      application,
      measure: z
        .strictObject({
          id: planKey.meta(says('扶持措施编号', 'Id of the measure')),
          name: Label.meta(says('扶持措施名称', 'Its name')),
          examines: planKey.meta(says('审核单位', 'Who examines and decides')),
          paid: z.boolean().meta(says('是否由财政拨付', 'Whether the finance bureau pays')),
          recheckMonths: z.int().meta(says('每几个月复核', 'Re-checked every so many months')),
          conditions: listOf(condition).meta(says('条件', 'Its conditions')),
          papers: listOf(Label)
            .exactOptional()
            .meta(says('早先的申请以文字列出的材料', 'Papers in words alone, of an older release')),
        })
        .meta(says('扶持措施', 'The measure')),
      finance: planKey.meta(says('拨付单位', 'Who pays')),
      checked: listOf(CheckedCondition).meta(
        says('逐项核对', 'Each condition, held against the institution'),
      ),
    }),
  ])
  .meta({
    id: 'Life',
    ...says('机构存续期和示范点的规则', 'Rules of an institution’s life or of a demonstration site'),
  }) satisfies z.ZodType<domain.Life>;
