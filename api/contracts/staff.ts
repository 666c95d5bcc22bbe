import { z } from 'zod';
import type * as domain from '../../domain/staff';
import { documentStates } from '../../domain/staff';
import { classKinds } from '../../domain/vocabulary';
import { Basis } from './basis';
import { Label, oneOf, says } from './label';
import { date, listOf, planKey } from './text';
import { UnitName } from './unit';

const member = planKey.meta(says('人员编号', 'Id of the member of staff'));
const role = planKey.meta(says('岗位编号', 'Id of the role'));
const document = planKey.meta(says('证件编号', 'Id of the kind of document'));
const person = z.string().nullable().optional().meta(says('姓名；已清除为 null', 'Name; null where erased'));
const phone = z
  .string()
  .nullable()
  .optional()
  .meta(says('电话；已清除为 null', 'Telephone; null where erased'));

/** As far as it was given, masked or in clear; null where it has been erased. */
export const StaffContact = z.strictObject({ person, phone }).meta({
  id: 'StaffContact',
  ...says('人员的姓名和电话', 'Name and telephone of a member of staff'),
}) satisfies z.ZodType<domain.StaffContact>;

/** A role and the documents it needs, as pinned to an institution. */
export const StaffRules = z
  .strictObject({
    unit: planKey.meta(says('认定证件过期的单位', 'Who finds what expired')),
    remindDays: z.int().meta(says('到期前几天提醒', 'Reminded so many days before')),
    severity: z.enum(['minor', 'serious', 'grave']).meta(says('过期的严重程度', 'How grave it is')),
    roles: listOf(
      z.strictObject({
        id: role,
        name: Label.meta(says('岗位名称', 'Its name')),
        cares: z.boolean().meta(says('计入保育人员', 'Counted as a carer')),
        documents: listOf(document).meta(says('所需证件', 'The documents it needs')),
      }),
    ).meta(says('岗位', 'The roles')),
    documents: listOf(
      z.strictObject({
        id: document,
        name: Label.meta(says('证件名称', 'Its name')),
        expires: z.boolean().meta(says('有有效期', 'Whether it expires')),
      }),
    ).meta(says('证件', 'The kinds of documents')),
  })
  .meta({
    id: 'StaffRules',
    ...says('人员名册的规则', 'Rules of the staff list'),
  }) satisfies z.ZodType<domain.StaffRules>;

const StaffMemberView = z
  .strictObject({
    member,
    contact: StaffContact.meta(says('姓名和电话；机构以外遮掩', 'Masked but for the institution itself')),
    role,
    roleLabel: Label.meta(says('岗位名称', 'Name of the role')),
    classKind: oneOf(classKinds).nullable().meta(says('所带班型', 'The kind of class cared for')),
    joinedOn: date.meta(says('上岗日期', 'The first day')),
    leftOn: date.nullable().meta(says('离岗日期；在册为 null', 'The last day; null: on the list')),
    documents: listOf(
      z.strictObject({
        document,
        name: Label.meta(says('证件名称', 'Its name')),
        issuedOn: date.nullable().meta(says('发证日期；未录入为 null', 'Issued on; null: not entered')),
        expiresOn: date.nullable().meta(says('有效期至；无有效期为 null', 'Its last day; null: none')),
        state: oneOf(documentStates).meta(says('状态', 'How it stands today')),
        stateLabel: Label.meta(says('状态名称', 'The same in words')),
      }),
    ).meta(
      says('证件，含岗位所需而未录入的', 'The documents, with those that the role needs and nobody entered'),
    ),
  })
  .meta({ id: 'StaffMember', ...says('人员', 'A member of staff') });

const StaffRatioView = z
  .strictObject({
    standard: planKey.meta(says('标准编号', 'Id of the standard')),
    name: Label.meta(says('标准名称', 'Its name')),
    classKind: oneOf(classKinds).meta(says('班型', 'The kind of class')),
    children: z.int().meta(says('托位', 'The places')),
    carers: z.int().meta(says('在册保育人员', 'Carers on the list')),
    childrenPerCarer: z.number().meta(says('每名保育人员最多照护人数', 'Children to a carer at the most')),
    met: z.boolean().meta(says('是否达标', 'Whether it is met')),
    detail: Label.nullable().meta(says('说明；达标为 null', 'What was found; null where met')),
    basis: Basis,
  })
  .meta({ id: 'StaffRatio', ...says('保育人员配比', 'Carers and children') });

export const StaffList = z
  .strictObject({
    caseId: z.string().meta(says('监管办件', 'The supervision')),
    unit: UnitName.meta(says('认定证件过期的单位', 'Who finds what expired')),
    remindDays: z.int().meta(says('到期前几天提醒', 'Reminded so many days before')),
    members: listOf(StaffMemberView).meta(says('人员，先在册后离岗', 'Those on the list first')),
    ratios: listOf(StaffRatioView).meta(
      says(
        '按在册人员和托位核算的配比；仅供说明，不自动处理',
        'Ratios by the list in force; they explain, and lead to nothing by themselves',
      ),
    ),
  })
  .meta({ id: 'StaffList', ...says('人员名册', 'The staff list of an institution') });
