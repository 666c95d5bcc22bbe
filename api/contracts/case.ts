import { z } from 'zod';
import { outcomes, ownerships, serviceModes, stages } from '../../domain/vocabulary';
import { Application } from './application';
import { Itinerary } from './itinerary';
import { Label, oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { date, listOf, planKey } from './text';
import { UnitName } from './unit';
import { AllowedAct, WorkItem } from './workItem';

const summary = {
  caseId: z.string().meta(says('办件编号', 'Number of the case')),
  href: z.string().meta(says('办件地址', 'Address of the case')),
  seq: z.int().meta(says('最新事件序号，即 ETag', 'Number of its last event: its ETag')),
  institution: z.string().meta(says('机构名称', 'Name of the institution')),
  serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
  ownership: oneOf(ownerships).meta(says('机构性质', 'Ownership')),
  subdistrict: UnitName.meta(says('所在街道', 'The subdistrict')),
  lead: UnitName.meta(says('牵头单位', 'The lead unit')),
  stage: oneOf(stages).meta(says('所处阶段', 'The stage')),
  stageLabel: Label.meta(says('阶段名称', 'Name of the stage')),
  outcome: oneOf(outcomes)
    .nullable()
    .meta(says('办理结果；未办结为 null', 'How it ended; null while it is open')),
  outcomeLabel: Label.nullable().meta(says('结果名称', 'Name of the outcome')),
  receivedOn: date.meta(says('收到申请之日', 'Day of receipt')),
};

export const CaseSummary = z
  .strictObject(summary)
  .meta({ id: 'CaseSummary', ...says('办件概要', 'A case in a list') });
export type CaseSummary = z.infer<typeof CaseSummary>;

/** Where a case stands: what an act answers with, and what a caller waits for. */
export const CaseStanding = z
  .strictObject({
    caseId: summary.caseId,
    href: summary.href,
    seq: summary.seq,
    stage: summary.stage,
    stageLabel: summary.stageLabel,
    outcome: summary.outcome,
    outcomeLabel: summary.outcomeLabel,
    openItems: listOf(WorkItem).meta(says('待办事项', 'The open work items')),
    allowed: listOf(AllowedAct).meta(says('您现在可以进行的操作', 'What you may do now')),
  })
  .meta({ id: 'CaseStanding', ...says('办件现状', 'Where a case stands') });
export type CaseStanding = z.infer<typeof CaseStanding>;

const moment = date.nullable();

export const Case = z
  .strictObject({
    ...summary,
    organisation: z.string().meta(says('举办者', 'The applicant organisation')),
    round: z.int().meta(says('轮次', 'The round')),
    dates: z
      .strictObject({
        receipt: date.meta(says('收到申请', 'Receipt')),
        acceptance: moment.meta(says('受理', 'Acceptance')),
        decision: moment.meta(says('决定', 'Decision')),
        registration: moment.meta(says('登记', 'Registration')),
        filingReceived: moment.meta(says('收到备案材料', 'Receipt of the filing papers')),
      })
      .meta(says('日期', 'The dates')),
    decisionNo: z.string().nullable().meta(says('决定文号', 'Number of the decision')),
    unifiedCode: z.string().nullable().meta(says('统一社会信用代码', 'Unified social credit code')),
    receiptNo: z.string().nullable().meta(says('备案回执编号', 'Number of the filing receipt')),
    certificateNo: z.string().nullable().meta(says('证书编号', 'Number of the certificate')),
    answeredFindings: listOf(z.string()).meta(says('已答复的审查发现', 'Findings that are answered')),
    objections: listOf(UnitName)
      .nullable()
      .meta(
        says(
          '提出异议的单位；不向举办者显示，为 null',
          'The units that objected; null for the applicant, to whom it is not shown',
        ),
      ),
    application: Application,
    itinerary: Itinerary,
    workItems: listOf(WorkItem).meta(says('各环节', 'All its work items')),
    allowed: listOf(AllowedAct).meta(says('您现在可以进行的操作', 'What you may do now')),
  })
  .meta({ id: 'Case', ...says('办件', 'A case') });
export type Case = z.infer<typeof Case>;

export const CaseFilter = z.strictObject({
  ...pageQuery,
  stage: oneOf(stages).optional().meta(says('阶段', 'Stage')),
  mode: oneOf(serviceModes).optional().meta(says('服务模式', 'Service mode')),
  outcome: z
    .enum(['open', ...(Object.keys(outcomes) as (keyof typeof outcomes)[])])
    .optional()
    .meta(says('办理结果；open 为未办结', 'Outcome; open for cases that have none yet')),
  unit: planKey.optional().meta(says('参与单位', 'A unit that takes part')),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const CasePage = pageOf('CasePage', CaseSummary);
