import { z } from 'zod';
import { changes, classKinds, ownerships, serviceForms, serviceModes } from '../../domain/vocabulary';
import { Premises } from './application';
import { oneOf, says } from './label';
import { distinct, instant, planKey, reference, unfinished } from './text';

const maybe = <T extends z.ZodType>(value: T) => value.nullable().optional();
const count = maybe(z.int().min(0).max(10_000));

const UnfinishedFacts = z.strictObject({
  serviceMode: maybe(oneOf(serviceModes)).meta(says('服务模式', 'Service mode')),
  serviceForms: maybe(distinct(oneOf(serviceForms), 5)).meta(says('服务形式', 'Service forms')),
  ownership: maybe(oneOf(ownerships)).meta(says('机构性质', 'Ownership')),
  subdistrict: maybe(unfinished(80)).meta(says('所在街道', 'The subdistrict of the site')),
  existingRegistration: maybe(
    z.strictObject({
      unifiedCode: maybe(unfinished(40)).meta(says('统一社会信用代码', 'Unified social credit code')),
      changes: maybe(z.boolean()).meta(says('是否需要变更登记', 'Whether the registration must change')),
    }),
  ).meta(says('已有登记', 'The registration it has already')),
  places: count.meta(says('托位数', 'Places')),
  classes: maybe(
    z
      .array(
        z.strictObject({
          kind: maybe(oneOf(classKinds)).meta(says('班型', 'Kind of class')),
          places: count.meta(says('该班人数', 'Places in this class')),
        }),
      )
      .max(200)
      .readonly(),
  ).meta(says('各班', 'The classes')),
  premises: maybe(Premises.partial()).meta(says('场地', 'The premises')),
  staff: maybe(
    z.strictObject({
      carers: maybe(z.partialRecord(oneOf(classKinds), count)).meta(
        says('各班型保育人员人数', 'Carers by kind of class'),
      ),
      headHasDegree: maybe(z.boolean()).meta(says('负责人学历', 'Whether the head has a college degree')),
      headYears: maybe(z.number().min(0).max(80)).meta(
        says('负责人工作年限', "The head's years of experience"),
      ),
      noCrimeProof: maybe(z.boolean()).meta(says('无犯罪记录证明', 'Whether there is a no-crime proof')),
    }),
  ).meta(says('人员', 'The staff')),
  meals: maybe(z.boolean()).meta(says('是否供餐', 'Whether meals are provided')),
  materials: maybe(distinct(planKey, 100)).meta(says('已提交的材料', 'The papers handed in')),
  change: maybe(z.strictObject({ institution: reference, what: distinct(oneOf(changes), 5) })).meta(
    says('申请变更', 'The change that it asks for'),
  ),
});

/** An application as it is being written: every field may be missing, none may be unknown. */
export const UnfinishedApplication = z
  .strictObject({
    facts: maybe(UnfinishedFacts).meta(says('申报事实', 'The facts')),
    institution: maybe(
      z.strictObject({
        name: maybe(unfinished(100)).meta(says('机构名称', 'Name of the institution')),
        nameIsProvisional: maybe(z.boolean()).meta(says('是否暂定名称', 'Whether the name is provisional')),
        address: maybe(unfinished(200)).meta(says('机构地址', 'Address')),
      }),
    ).meta(says('机构', 'The institution')),
    contact: maybe(
      z.strictObject({
        organisation: maybe(unfinished(100)).meta(says('举办者名称', 'Name of the applicant organisation')),
        person: maybe(unfinished(50)).meta(says('联系人', 'Contact person')),
        phone: maybe(unfinished(30)).meta(says('联系电话', 'Telephone')),
        email: maybe(unfinished(254)).meta(says('电子邮箱', 'E-mail')),
        idNumber: maybe(unfinished(18)).meta(says('身份证号', 'ID number')),
        locale: maybe(z.enum(['zh', 'en'])).meta(says('通知语言', 'Language of notices')),
      }),
    ).meta(says('联系方式', 'Whom to reach')),
  })
  .meta({
    id: 'UnfinishedApplication',
    ...says('填写中的申报，各项均可缺', 'An application being written: every field may be missing'),
  });
export type UnfinishedApplication = z.infer<typeof UnfinishedApplication>;

export const DraftContent = z
  .strictObject({ application: UnfinishedApplication })
  .meta({ id: 'DraftContent', ...says('草稿内容', 'What a draft holds') });
export type DraftContent = z.infer<typeof DraftContent>;

export const Draft = z
  .strictObject({
    id: z.uuid().meta(says('草稿编号', 'Id of the draft')),
    version: z.int().meta(says('版本，即 ETag', 'Version: its ETag')),
    organisation: z.string().meta(says('举办者', 'The applicant organisation')),
    application: UnfinishedApplication,
    caseId: reference.nullable().meta(says('提交后的办件编号', 'The case it became, once submitted')),
    createdAt: instant.meta(says('创建时间', 'When it was begun')),
    updatedAt: instant.meta(says('最近保存时间', 'When it was saved last')),
  })
  .meta({ id: 'Draft', ...says('申报草稿', 'A draft application') });
export type Draft = z.infer<typeof Draft>;
