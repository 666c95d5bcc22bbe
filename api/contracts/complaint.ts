import { z } from 'zod';
import type * as domain from '../../domain/complaint';
import { complaintResults } from '../../domain/supervision';
import { Label, oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { date, email, instant, letterNo, line, phone, prose, reference } from './text';
import { UnitName } from './unit';

const no = reference.meta(says('投诉编号', 'Number of the complaint'));
const text = prose(4_000).meta(
  says(
    '事情经过；请勿写入电话、身份证号和邮箱',
    'What happened, without telephone, ID number or e-mail address',
  ),
);

/** What anybody may send, without signing in. */
export const ComplaintEntry = z
  .strictObject({
    certificateNo: letterNo.meta(
      says('机构的证书编号，见公开名录', 'The certificate, as the register names it'),
    ),
    text,
    contact: z
      .strictObject({
        person: line(60).optional().meta(says('姓名', 'Name')),
        phone: phone.optional().meta(says('电话', 'Telephone')),
        email: email.optional().meta(says('电子邮箱，用于发送答复', 'E-mail, to which the answer is sent')),
      })
      .default({})
      .meta(
        says('联系方式，可不填；不告知机构', 'How to reach you, if you like; the institution is not told'),
      ),
  })
  .meta({ id: 'ComplaintEntry', ...says('投诉', 'A complaint') });
export type ComplaintEntry = z.output<typeof ComplaintEntry>;

export const ReceivedComplaint = z
  .strictObject({
    no,
    queryCode: z
      .string()
      .meta(says('查询码，只给出一次', 'The code to read the answer with; it is given once')),
    receivedOn: date.meta(says('收到日期', 'The day of receipt')),
    status: z.string().meta(says('查询地址', 'Where to ask how it stands')),
  })
  .meta({ id: 'ReceivedComplaint', ...says('已收到的投诉', 'A complaint that was received') });
export type ReceivedComplaint = z.infer<typeof ReceivedComplaint>;

export const ComplaintCode = z
  .strictObject({ queryCode: line(40).meta(says('查询码', 'The code that was given with the number')) })
  .meta({ id: 'ComplaintCode', ...says('查询码', 'The code of a complaint') });

const outcome = {
  no,
  institution: z.string().meta(says('被投诉的机构', 'The institution')),
  handling: UnitName.meta(says('处理单位', 'Who handles it')),
  receivedOn: date.meta(says('收到日期', 'The day of receipt')),
  dueOn: date.meta(says('答复期限', 'The last day for an answer')),
  result: oneOf(complaintResults)
    .nullable()
    .meta(says('处理结果；未答复为 null', 'What became of it; null: not yet')),
  resultLabel: Label.nullable().meta(says('处理结果名称', 'The same in words')),
  answer: z.string().nullable().meta(says('答复', 'The answer')),
  answeredOn: date.nullable().meta(says('答复日期', 'The day of the answer')),
};

/** How a complaint stands, for whoever made it. */
export const ComplaintStatus = z
  .strictObject(outcome)
  .meta({ id: 'ComplaintStatus', ...says('投诉办理情况', 'How a complaint stands') });
export type ComplaintStatus = z.infer<typeof ComplaintStatus>;

/** As far as it was given, masked or in clear; null where it has been erased. */
export const ComplainantContact = z
  .strictObject({
    person: z.string().nullable().optional().meta(says('姓名', 'Name')),
    phone: z.string().nullable().optional().meta(says('电话', 'Telephone')),
    email: z.string().nullable().optional().meta(says('电子邮箱', 'E-mail')),
  })
  .meta({
    id: 'ComplainantContact',
    ...says('投诉人的联系方式', 'How whoever complained can be reached'),
  }) satisfies z.ZodType<domain.ComplainantContact>;

/** A complaint, for who handles it. */
export const Complaint = z
  .strictObject({
    ...outcome,
    caseId: z.string().meta(says('监管办件', 'The supervision')),
    workItem: z.string().meta(says('待办事项', 'The work item in which it is handled')),
    receivedAt: instant.meta(says('收到时间', 'When it was received')),
    text: z
      .string()
      .nullable()
      .meta(says('事情经过；已清除为 null', 'What happened; null where it was erased')),
    contact: ComplainantContact.meta(says('联系方式（遮掩）', 'How to reach whoever made it, masked')),
    mayShowContact: z
      .boolean()
      .meta(says('您可否说明目的后查看联系方式', 'Whether you may be shown it in clear, saying what for')),
  })
  .meta({ id: 'Complaint', ...says('投诉', 'A complaint of the public') });

export const ComplaintsPage = pageOf('ComplaintsPage', Complaint);

export const ComplaintFilter = z.strictObject({
  ...pageQuery,
  caseId: reference.optional().meta(says('监管办件', 'The supervision')),
  state: z.enum(['open', 'answered']).optional().meta(says('待处理或已答复', 'Open or answered')),
});
export type ComplaintFilter = z.infer<typeof ComplaintFilter>;

export const ComplainantDisclosure = z
  .strictObject({ no, contact: ComplainantContact })
  .meta({ id: 'ComplainantDisclosure', ...says('投诉人的联系方式', 'Who complained, in clear') });
