import { z } from 'zod';
import { Application } from './application';
import { says } from './label';
import { date, letterNo, line, prose } from './text';

/** A number that an authority gave before this system; it stands in addresses. */
const numberGiven = letterNo;

export const RegisteredElsewhere = z
  .strictObject({
    authority: prose(100).meta(says('登记机关', 'Who registered it')),
    registeredOn: date.meta(says('登记日期', 'Day of the registration')),
  })
  .meta({ id: 'RegisteredElsewhere', ...says('登记', 'The registration that it has') });

export const FiledElsewhere = z
  .strictObject({
    receiptNo: numberGiven.meta(says('备案回执编号', 'Number of the filing receipt')),
    filedOn: date.meta(says('备案日期', 'Day of the filing')),
  })
  .meta({ id: 'FiledElsewhere', ...says('备案', 'The filing that it has') });

export const TakeOverEntry = z
  .strictObject({
    organisation: line(100).meta(
      says('举办者，须有可登录的账号', 'The applicant organisation; somebody must be able to sign in for it'),
    ),
    registration: RegisteredElsewhere.nullable().meta(
      says('登记；无须登记的填 null', 'The registration that it has; null where it is registered nowhere'),
    ),
    filing: FiledElsewhere,
    certificateNo: numberGiven
      .nullable()
      .meta(says('原证书编号；没有的填 null', 'Number of the certificate that it has, or null')),
    statement: prose(2_000).meta(
      says('核实情况：凭哪些证照、回执核实', 'On what papers it is vouched for, as the record will say'),
    ),
    application: Application.meta(says('机构现状', 'The institution as it is')),
  })
  .meta({
    id: 'TakeOverEntry',
    ...says('纳管：此前已开办、已备案的机构', 'An institution that was open and filed before'),
  });
export type TakeOverEntry = z.infer<typeof TakeOverEntry>;
