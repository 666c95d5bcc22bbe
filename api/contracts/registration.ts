import { z } from 'zod';
import { ownerships, registrationKinds } from '../../domain/vocabulary';
import { oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { planKey } from './text';
import { UnitName } from './unit';

const Push = z.strictObject({
  status: z.enum(['waiting', 'delivered']).meta(says('待送达或已送达', 'Waiting or delivered')),
  attempts: z.int().meta(says('已尝试次数', 'How often it was tried')),
  lastError: z
    .string()
    .nullable()
    .meta(
      says('最近一次失败原因；不向举办者显示', 'Why the last attempt failed; not shown to the applicant'),
    ),
  receiptNo: z.string().nullable().meta(says('接收方回执号', "The receiver's receipt")),
});

export const Registration = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    ownership: oneOf(ownerships).meta(says('机构性质', 'Ownership')),
    registrar: UnitName.meta(says('登记机关', 'The registrar')),
    kind: oneOf(registrationKinds).meta(says('登记类型', 'Kind of registration')),
    unifiedCode: z.string().meta(says('统一社会信用代码', 'Unified social credit code')),
    registeredOn: z.iso.date().meta(says('登记日期', 'Date of registration')),
    push: Push.nullable().meta(says('向卫健局推送的情况', 'How the push to the health bureau stands')),
  })
  .meta({ id: 'Registration', ...says('登记', 'A registration') });
export type Registration = z.infer<typeof Registration>;

export const RegistrationPage = pageOf('RegistrationPage', Registration);

export const RegistrationFilter = z.strictObject({
  ...pageQuery,
  registrar: planKey.optional().meta(says('登记机关', 'The registrar')),
});
