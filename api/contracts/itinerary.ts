import { z } from 'zod';
import type * as domain from '../../domain/itinerary';
import { materialStages } from '../../domain/itinerary';
import { sideSteps, type WayStep } from '../../domain/sideStep';
import {
  handlings,
  ownerships,
  registrationKinds,
  rungRecipients,
  serviceModes,
  stages,
  steps,
} from '../../domain/vocabulary';
import { ApplicationFacts, ChangeAsked } from './application';
import { Basis, ClockRule } from './basis';
import { valuesOf } from '../../domain/label';
import { Label, oneOf, says } from './label';
import { Life } from './life';
import { listOf } from './text';

const unitId = z.string();
const waySteps = valuesOf(steps).filter(
  (step): step is WayStep => !(sideSteps as readonly string[]).includes(step),
);

const SideRules = z.strictObject({
  clocks: z.partialRecord(z.enum(sideSteps), ClockRule).meta(says('各事项的期限', 'Their clocks')),
  ladder: listOf(
    z.strictObject({
      id: z.string().meta(says('编号', 'Id')),
      days: z.int().meta(says('距届满日的工作日数，负数为之前', 'Working days from the due date')),
      to: oneOf(rungRecipients).meta(says('催办对象', 'Who is told')),
    }),
  ).meta(says('催办、督办的层级', 'The ladder of warnings')),
  correction: z
    .enum(['restarts', 'resumes'])
    .meta(says('补正后受理期限重新起算或继续计算', 'What a correction does to the clock of acceptance')),
  hearingNoticeDays: z
    .int()
    .meta(says('听证提前告知天数', 'Days between telling of a hearing and holding it')),
  office: unitId.meta(says('领导小组办公室', "The leading group's office")),
  government: unitId.meta(says('区政府', 'The district government')),
  marks: z.record(z.string(), z.string()).meta(says('各单位机关代字', 'Marks of the units')),
});

const ItineraryStage = z.strictObject({
  stage: oneOf(stages).meta(says('阶段', 'The stage')),
  lasting: z
    .literal(true)
    .exactOptional()
    .meta(says('持续至作出退出决定', 'It goes on until an exit is decided')),
  steps: listOf(
    z.strictObject({
      id: z.string().meta(says('环节编号', 'Id of the step')),
      step: z.enum(waySteps).meta(says('环节', 'Kind of step')),
      unit: unitId.meta(says('办理单位', 'The unit that owes it')),
      unitName: Label.meta(says('办理单位名称', 'Name of the unit')),
      clock: ClockRule,
    }),
  ).meta(says('环节', 'Its steps')),
});

const MaterialDue = z.strictObject({
  id: z.string().meta(says('材料编号', 'Id of the paper')),
  name: Label.meta(says('材料名称', 'Name of the paper')),
  stage: z.enum(materialStages).meta(says('何时提交', 'When it is due')),
  handedIn: z.boolean().meta(says('是否已提交', 'Whether it is there')),
  basis: Basis,
});

const Finding = z.strictObject({
  id: z.string().meta(says('审查发现编号', 'Id of the finding')),
  standard: z.string().meta(says('标准编号', 'Id of the standard')),
  kind: z.enum(['failed', 'notStated']).meta(says('不符合或未说明', 'Failed, or not stated')),
  name: Label.meta(says('标准名称', 'Name of the standard')),
  detail: Label.meta(says('具体情况', 'What was found')),
  basis: Basis,
});

export const Itinerary = z
  .strictObject({
    life: Life.exactOptional().meta(
      says('机构存续期的规则；申报办件没有', 'Rules of an institution’s life; absent for an application'),
    ),
    change: ChangeAsked.exactOptional().meta(
      says('申请的变更；新设机构没有', 'The change; absent for a new institution'),
    ),
    term: z
      .int()
      .exactOptional()
      .meta(
        says(
          '证书有效期（年）；未设的没有',
          'For how many years its certificate holds; absent where without end',
        ),
      ),
    planVersion: z.string().meta(says('所依方案版本', 'The version of the plan')),
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    ownership: oneOf(ownerships).meta(says('机构性质', 'Ownership')),
    handling: oneOf(handlings).meta(says('单独或联合办理', 'Single authority or joint handling')),
    registration: oneOf(registrationKinds).meta(says('登记类型', 'What the registrar has to do')),
    registrar: unitId.nullable().meta(says('登记机关', 'The registrar')),
    subdistrict: unitId.meta(says('所在街道', 'The subdistrict')),
    lead: unitId.meta(says('牵头单位', 'The lead unit')),
    consulted: listOf(unitId).meta(says('配合单位', 'The consulted units')),
    stages: listOf(ItineraryStage).meta(says('各阶段', 'The stages, in order')),
    materials: listOf(MaterialDue).meta(says('应交材料', 'The papers due')),
    findings: listOf(Finding).meta(says('对照设置标准的审查发现', 'Findings against the standards')),
    sideRules: SideRules.exactOptional().meta(
      says('补正、检查、听证、延期等事项的规则', 'Rules for what acts may ask for on the way'),
    ),
  })
  .meta({
    id: 'Itinerary',
    ...says('办理路线', 'The whole way of a case'),
  }) satisfies z.ZodType<domain.Itinerary>;

/** What a preview is asked with. */
export const Preview = z
  .strictObject({ facts: ApplicationFacts })
  .meta({ id: 'Preview', ...says('预审请求', 'What a preview is asked with') });
