import { z } from 'zod';
import { classKinds } from '../../domain/vocabulary';
import { act } from './actSchema';
import { oneOf, says } from './label';
import { date, line, phone, planKey } from './text';

const member = planKey.meta(says('人员编号', 'Id of the member of staff'));
const person = line(50).meta(says('姓名；不写入记录', 'Name; the record does not keep it'));
const telephone = phone.optional().meta(says('电话；不写入记录', 'Telephone; the record does not keep it'));
const entry = {
  role: planKey.meta(says('岗位', 'The role')),
  classKind: oneOf(classKinds)
    .optional()
    .meta(says('所带班型；保育岗位须填写', 'The kind of class cared for; needed for a carer')),
  joinedOn: date.meta(says('上岗日期', 'The first day')),
  documents: z
    .array(
      z.strictObject({
        document: planKey.meta(says('证件', 'The kind of document')),
        issuedOn: date.meta(says('发证日期', 'Issued on')),
        expiresOn: date
          .optional()
          .meta(says('有效期至；有有效期的须填写', 'Its last day; needed where it expires')),
      }),
    )
    .max(20)
    .readonly()
    .meta(says('全部证件', 'All documents')),
};

/** What an institution enters on its staff list. */
export const staffActs = [
  act('enterStaff', { person, phone: telephone, ...entry }),
  act('changeStaff', {
    member,
    person: person.optional().meta(says('姓名；不填则不变', 'Name; as it stands where left out')),
    phone: telephone,
    ...entry,
  }),
  act('removeStaff', { member, leftOn: date.meta(says('离岗日期', 'The last day')) }),
] as const;
