import { z } from 'zod';
import { procedures } from '../../domain/sideStep';
import {
  caseKinds,
  letterKinds,
  outcomes,
  ownerships,
  serviceModes,
  services,
  stages,
} from '../../domain/vocabulary';
import { MaskedApplication } from './application';
import { Itinerary } from './itinerary';
import { Label, oneOf, says } from './label';
import { ConstructionView, EvaluationView, SupervisionView, SupportView } from './lifeView';
import { pageOf, pageQuery } from './page';
import { Present } from './presence';
import { date, listOf, planKey } from './text';
import { UnitName } from './unit';
import { AllowedAct, WorkItem } from './workItem';

const summary = {
  caseId: z.string().meta(says('办件编号', 'Number of the case')),
  kind: oneOf(caseKinds).meta(says('办件类别', 'What it is about')),
  href: z.string().meta(says('办件地址', 'Address of the case')),
  seq: z.int().meta(says('最新事件序号', 'Number of its last event')),
  version: z
    .int()
    .meta(
      says(
        '版本，即 ETag；催办和期限移动不改变它',
        'Its ETag, which warnings and moved deadlines leave as it is',
      ),
    ),
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
    version: summary.version,
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

const Correction = z.strictObject({
  nos: listOf(z.int()).meta(says('补正清单的序号', 'The numbers of the list')),
  closed: listOf(z.int()).meta(says('已补正的序号', 'The numbers that are mended')),
  from: date.meta(says('通知之日', 'Day of the notice')),
  to: moment.meta(says('补正完成之日', 'Day on which the last was mended')),
});

const Procedure = z.strictObject({
  stepId: z.string().meta(says('环节编号', 'Id of its step')),
  procedure: z.enum(procedures).meta(says('种类', 'Which kind')),
  days: z
    .int()
    .nullable()
    .meta(says('告知的所需时间；听证为 null', 'The time it was told to need; null: a hearing')),
  from: date.meta(says('起始之日，此后不计入期限', 'From this day on time does not count')),
  to: moment.meta(says('结束之日', 'Until this day')),
  scheduledOn: moment.meta(says('安排在哪一天', 'The day it is to take place')),
  result: z.enum(['passed', 'failed']).nullable().meta(says('结果', 'The result')),
});

export const Letter = z
  .strictObject({
    no: z.string().meta(says('文号', 'Its number')),
    kind: oneOf(letterKinds).meta(says('文书种类', 'Its kind')),
    label: Label.meta(says('文书名称', 'Its name')),
    unit: UnitName.meta(says('出具单位', 'Who wrote it')),
    seq: z.int().meta(says('所依事件序号', 'The event that it tells of')),
    on: date.meta(says('出具日期', 'The day it was written')),
    served: z
      .strictObject({
        how: oneOf(services).meta(says('送达方式', 'How')),
        on: date.meta(says('送达日期', 'When')),
      })
      .nullable()
      .meta(says('送达；尚未送达为 null', 'Its service; null while it is not served')),
    void: z.boolean().meta(says('因更正失效', 'Void, since its act was amended')),
    pdf: z.string().meta(says('PDF 地址', 'Address of its PDF')),
  })
  .meta({ id: 'Letter', ...says('文书', 'A letter') });
export type Letter = z.infer<typeof Letter>;

export const Case = z
  .strictObject({
    ...summary,
    organisation: z
      .string()
      .meta(
        says('举办者；示范点未关联申报时为空', 'The applicant organisation; empty for a site without one'),
      ),
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
    validUntil: date
      .nullable()
      .meta(
        says('证书有效期至；未设有效期为 null', 'The last day of the certificate; null where it has none'),
      ),
    answeredFindings: listOf(z.string()).meta(says('已答复的审查发现', 'Findings that are answered')),
    objections: listOf(UnitName)
      .nullable()
      .meta(
        says(
          '提出异议的单位；不向举办者显示，为 null',
          'The units that objected; null for the applicant, to whom it is not shown',
        ),
      ),
    correction: Correction.nullable().meta(says('补正通知', 'What was asked to be corrected')),
    procedures: listOf(Procedure).meta(
      says('检查、检测、评审和听证', 'Inspections, tests, appraisals and hearings'),
    ),
    letters: listOf(Letter).meta(says('文书', 'The letters of the case')),
    extensions: z
      .record(z.string(), z.int())
      .meta(says('已延长的天数，按期限编号', 'Days granted, by clock')),
    application: MaskedApplication.nullable().meta(
      says('申报内容；示范点未关联申报为 null', 'The application; null for a site that is linked with none'),
    ),
    mayShowContact: z
      .boolean()
      .meta(
        says(
          '您可否说明目的后查看联系方式',
          'Whether you may be shown the contact in clear, saying what for',
        ),
      ),
    itinerary: Itinerary,
    supervision: SupervisionView.nullable().meta(says('监管情况', 'Its supervision, of such a case')),
    evaluation: EvaluationView.nullable().meta(says('年度评估情况', 'Its evaluation, of such a case')),
    construction: ConstructionView.nullable().meta(says('示范点建设情况', 'The site, of such a case')),
    support: SupportView.nullable().meta(says('扶持情况', 'The support, of such a case')),
    siteCase: z
      .string()
      .nullable()
      .meta(says('机构作为示范点的建设办件', 'The case of the demonstration site that its institution is')),
    workItems: listOf(WorkItem).meta(says('各环节', 'All its work items')),
    present: listOf(Present)
      .nullable()
      .meta(
        says(
          '同时查看本件的其他人；不向举办者显示，为 null',
          'Who else has it open; null for the applicant, to whom it is not shown',
        ),
      ),
    allowed: listOf(AllowedAct).meta(says('您现在可以进行的操作', 'What you may do now')),
  })
  .meta({ id: 'Case', ...says('办件', 'A case') });
export type Case = z.infer<typeof Case>;

export const CaseFilter = z.strictObject({
  ...pageQuery,
  kind: oneOf(caseKinds).optional().meta(says('办件类别', 'What it is about')),
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(9999)
    .optional()
    .meta(says('评估年度', 'The year of an evaluation')),
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
