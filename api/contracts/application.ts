import { z } from 'zod';
import type * as domain from '../../domain/application';
import { changes, classKinds, ownerships, serviceForms, serviceModes } from '../../domain/vocabulary';
import { oneOf, says } from './label';
import { distinct, email, idNumber, line, phone, planKey, reference, unifiedCode } from './text';

const count = (max: number) => z.int().min(0).max(max);

export const Premises = z
  .strictObject({
    areaSquareMetres: z
      .number()
      .positive()
      .max(1_000_000)
      .nullable()
      .meta(says('建筑面积（平方米）', 'Floor area, m²')),
    highestFloor: z
      .int()
      .min(-10)
      .max(200)
      .nullable()
      .meta(says('使用的最高楼层', 'The highest floor used for care')),
    usesBasement: z.boolean().nullable().meta(says('是否使用地下室', 'Whether a basement is used')),
    windowShare: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta(says('窗地面积比', 'Window area over floor area, 0 to 1')),
    videoDays: count(3_650).nullable().meta(says('监控录像保存天数', 'Days for which video is kept')),
  })
  .meta({ id: 'Premises', ...says('场地；未说明填 null', 'The premises; null where not stated') });

export const Staff = z
  .strictObject({
    carers: z
      .partialRecord(oneOf(classKinds), count(1_000))
      .meta(says('各班型保育人员人数', 'Carers by kind of class')),
    headHasDegree: z
      .boolean()
      .nullable()
      .meta(says('负责人是否具有大专以上学历', 'Whether the head has a college degree')),
    headYears: z
      .number()
      .min(0)
      .max(80)
      .nullable()
      .meta(says('负责人相关工作年限', "The head's years of experience")),
    noCrimeProof: z
      .boolean()
      .nullable()
      .meta(says('有无无犯罪记录证明', 'Whether there is a no-crime proof for staff')),
  })
  .meta({ id: 'Staff', ...says('人员；未说明填 null', 'The staff; null where not stated') });

const ExistingRegistration = z.strictObject({
  unifiedCode: unifiedCode.meta(says('统一社会信用代码', 'Unified social credit code, 18 characters')),
  changes: z.boolean().meta(says('是否需要变更登记', 'Whether the registration must change')),
});

const ClassPlaces = z.strictObject({
  kind: oneOf(classKinds).meta(says('班型', 'Kind of class')),
  places: count(1_000).meta(says('该班人数', 'Places in this class')),
});

/** What of an institution is to change. */
export const changesAsked = z
  .array(oneOf(changes))
  .min(1)
  .max(6)
  .readonly()
  .meta(says('变更事项', 'What is to change'));

export const ChangeAsked = z
  .strictObject({
    institution: reference.meta(says('机构首次发证的办件编号', 'The case by which it was certified first')),
    what: changesAsked,
  })
  .meta({ id: 'ChangeAsked', ...says('申请的变更', 'A change of a certified institution') });

export const ApplicationFacts = z
  .strictObject({
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    serviceForms: distinct(oneOf(serviceForms), 5).meta(says('服务形式', 'Service forms')),
    ownership: oneOf(ownerships).meta(says('机构性质', 'Ownership')),
    subdistrict: planKey.meta(says('所在街道', 'The subdistrict of the site')),
    existingRegistration: ExistingRegistration.nullable().meta(
      says('已有登记；没有填 null', 'The registration it has already, or null'),
    ),
    places: count(10_000).meta(says('托位数', 'Places')),
    classes: z.array(ClassPlaces).max(200).readonly().meta(says('各班', 'The classes')),
    premises: Premises,
    staff: Staff,
    meals: z.boolean().meta(says('是否供餐', 'Whether meals are provided')),
    materials: distinct(planKey, 100).meta(says('已提交的材料', 'The papers handed in')),
    change: ChangeAsked.nullable()
      .optional()
      .meta(says('申请变更；新设机构不填', 'The change that it asks for; none for a new institution')),
  })
  .meta({
    id: 'ApplicationFacts',
    ...says('申报事实，不含个人信息', 'What the rules read of an application; nobody is named'),
  }) satisfies z.ZodType<domain.ApplicationFacts>;
export type ApplicationFacts = z.infer<typeof ApplicationFacts>;

export const Institution = z
  .strictObject({
    name: line(100).meta(says('机构名称', 'Name of the institution')),
    nameIsProvisional: z.boolean().meta(says('是否暂定名称', 'Whether the name is provisional')),
    address: line(200).meta(says('机构地址', 'Address of the institution')),
  })
  .meta({ id: 'Institution', ...says('机构', 'The institution') });

export const Contact = z
  .strictObject({
    organisation: line(100).meta(says('举办者名称', 'Name of the applicant organisation')),
    person: line(50).meta(says('联系人', 'Contact person')),
    phone: phone.meta(says('联系电话', 'Telephone: a mobile number, or a landline with its area code')),
    email: email.meta(says('电子邮箱，通知发往此处', 'E-mail: notices go there')),
    idNumber: idNumber.optional().meta(says('身份证号，可不填', 'ID number (身份证), need not be given')),
    locale: z.enum(['zh', 'en']).meta(says('通知语言', 'Language of notices')),
  })
  .meta({ id: 'Contact', ...says('联系方式', 'Whom to reach') });

export const Application = z
  .strictObject({ facts: ApplicationFacts, institution: Institution, contact: Contact })
  .meta({ id: 'Application', ...says('申报', 'An application') }) satisfies z.ZodType<domain.Application>;
export type Application = z.infer<typeof Application>;

const held = (zh: string, en: string) =>
  z
    .string()
    .nullable()
    .meta(says(`${zh}；未提供或已清除为 null`, `${en}; null where it was not given or has been erased`));

/** A contact as it is held: whole for whoever asked to see it, masked otherwise. */
export const HeldContact = z
  .strictObject({
    organisation: z.string().meta(says('举办者名称', 'Name of the applicant organisation')),
    person: held('联系人', 'Contact person'),
    phone: held('联系电话', 'Telephone'),
    email: held('电子邮箱', 'E-mail'),
    idNumber: held('身份证号', 'ID number'),
    locale: z.enum(['zh', 'en']).meta(says('通知语言', 'Language of notices')),
  })
  .meta({ id: 'HeldContact', ...says('联系方式', 'A contact') }) satisfies z.ZodType<domain.HeldContact>;

export const MaskedApplication = z
  .strictObject({
    facts: ApplicationFacts,
    institution: Institution,
    contact: HeldContact.meta({
      id: 'MaskedContact',
      ...says('联系方式，已遮蔽', 'The contact, masked: 138****1111'),
    }),
  })
  .meta({ id: 'MaskedApplication', ...says('申报，联系方式已遮蔽', 'An application, its contact masked') });
