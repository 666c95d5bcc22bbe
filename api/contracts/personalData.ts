import { z } from 'zod';
import { auditTypes } from '../../domain/audit';
import { noticeTemplates } from '../../domain/notice';
import { paperStates } from '../../domain/paper';
import { places } from '../../domain/responsible';
import { letterKinds, outcomes } from '../../domain/vocabulary';
import { HeldContact } from './application';
import { ComplainantContact } from './complaint';
import { Label, oneOf, says } from './label';
import { Absence } from './responsible';
import { StaffContact } from './staff';
import { date, instant, listOf, planKey, prose } from './text';

/** Why somebody wants to see the clear values; it stands in the audit log. */
export const DisclosureRequest = z
  .strictObject({
    purpose: prose(500).meta(says('查看目的，将记入审计日志', 'What for: the audit log keeps it')),
  })
  .meta({ id: 'DisclosureRequest', ...says('查看联系人信息', 'A request to be shown a contact') });

export const Disclosure = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case')),
    contact: HeldContact,
    staff: listOf(z.strictObject({ member: planKey, contact: StaffContact })).meta(
      says('机构的人员；非监管办件为空', 'The staff of the institution; empty but for its supervision'),
    ),
  })
  .meta({ id: 'Disclosure', ...says('联系人信息', 'The contact of a case, in clear') });

const caseId = z.string().nullable().meta(says('办件编号', 'The case'));

const papers = listOf(
  z.strictObject({
    id: z.uuid().meta(says('文件编号', 'Id of the paper')),
    material: z.string().meta(says('材料编号', 'The material it was uploaded for')),
    fileName: z.string().meta(says('文件名', 'Name of the file')),
    version: z.int().meta(says('第几版', 'Its version')),
    state: oneOf(paperStates).meta(says('状态', 'Where it stands')),
    uploadedAt: instant.meta(says('上传时间', 'When it was uploaded')),
  }),
).meta(
  says('上传的文件，内容见 /papers/{id}/content', 'The papers that were uploaded; see /papers/{id}/content'),
);

/** All that is held on a person. */
export const PersonalData = z
  .strictObject({
    accounts: listOf(
      z.strictObject({
        sub: z.string().meta(says('登录标识', 'Id of the sign-in')),
        name: Label.meta(says('称谓', 'Name')),
        email: z.string().nullable().meta(says('电子邮箱', 'E-mail')),
      }),
    ).meta(says('账号', 'Accounts')),
    applications: listOf(
      z.strictObject({
        caseId: z.string().meta(says('办件编号', 'The case')),
        institution: z.string().meta(says('机构名称', 'The institution')),
        outcome: oneOf(outcomes).nullable().meta(says('办理结果', 'How it ended')),
        contact: HeldContact,
        materials: listOf(Label).meta(says('已提交的材料', 'The materials handed in')),
        papers,
        letters: listOf(
          z.strictObject({
            no: z.string().meta(says('文号', 'Its number')),
            kind: oneOf(letterKinds).meta(says('文书种类', 'Its kind')),
            on: date.meta(says('出具日期', 'The day it was written')),
            void: z.boolean().meta(says('因更正失效', 'Void, since its act was amended')),
          }),
        ).meta(says('文书', 'The letters of the case')),
      }),
    ).meta(says('申报', 'Applications')),
    drafts: listOf(
      z.strictObject({
        id: z.string().meta(says('草稿编号', 'The draft')),
        caseId,
        contact: z
          .record(z.string(), z.unknown())
          .nullable()
          .meta(says('填写的联系方式', 'The contact as it was written')),
        papers,
        updatedAt: instant.meta(says('最近保存时间', 'When it was saved last')),
      }),
    ).meta(says('草稿', 'Drafts')),
    complaints: listOf(
      z.strictObject({
        no: z.string().meta(says('投诉编号', 'Number of the complaint')),
        receivedAt: instant.meta(says('收到时间', 'When it was received')),
        text: z
          .string()
          .nullable()
          .meta(says('投诉内容；已清除为 null', 'What was written; null where erased')),
        contact: ComplainantContact,
      }),
    ).meta(says('投诉', 'Complaints')),
    staff: listOf(
      z.strictObject({
        caseId: z.string().meta(says('监管办件', 'The supervision')),
        member: planKey.meta(says('人员编号', 'Id of the member of staff')),
        institution: z.string().meta(says('机构名称', 'The institution')),
        contact: StaffContact,
      }),
    ).meta(says('机构人员名册中的本人', 'On the staff lists of institutions')),
    responsible: listOf(
      z.strictObject({
        unit: planKey.meta(says('单位', 'The unit')),
        place: oneOf(places).meta(says('负责人或替补人', 'As whom the unit has named them')),
        absence: Absence.nullable().meta(says('不在岗的日期', 'When they are away')),
      }),
    ).meta(says('单位指定其负责监管', 'Units that have named them to answer for supervision')),
    notices: listOf(
      z.strictObject({
        caseId: z.string().meta(says('办件编号', 'The case')),
        template: z.enum(noticeTemplates).meta(says('通知', 'Which notice')),
        recipient: z.string().nullable().meta(says('收件地址', 'Where it was sent')),
        status: z.string().meta(says('状态', 'How it stands')),
        sentAt: instant.nullable().meta(says('发出时间', 'When it was sent')),
      }),
    ).meta(says('通知', 'Notices')),
    log: listOf(
      z.strictObject({
        seq: z.int().meta(says('序号', 'Its number')),
        at: instant.meta(says('时间', 'When')),
        type: oneOf(auditTypes).meta(says('事项', 'What')),
        label: Label.meta(says('事项名称', 'Its name')),
        subject: z.string().nullable().meta(says('对象编号', 'What it was about')),
        unit: z.string().nullable().meta(says('单位', 'Which unit')),
        own: z.boolean().meta(says('是否本人所为', 'Whether the person did it')),
        purpose: z.string().nullable().meta(says('目的', 'What for')),
      }),
    ).meta(says('审计日志中的有关条目', 'What the audit log says of them')),
  })
  .meta({ id: 'PersonalData', ...says('所保存的个人信息', 'All that is held on a person') });

export const SessionsEnded = z
  .strictObject({ ended: z.int().meta(says('结束的浏览器会话数', 'How many browser sessions were ended')) })
  .meta({ id: 'SessionsEnded', ...says('已全部退出登录', 'Signed out everywhere') });
