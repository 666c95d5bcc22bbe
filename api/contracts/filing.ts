import { z } from 'zod';
import { says } from './label';
import { pageOf, pageQuery } from './page';

export const Filing = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    receivedOn: z.iso.date().meta(says('收到备案材料之日', 'Day on which the papers came in')),
    receiptNo: z.string().nullable().meta(says('备案回执编号', 'Number of the receipt')),
    conformity: z
      .enum(['notOpened', 'open', 'confirmed', 'closed', 'elsewhere'])
      .meta(
        says(
          '材料核对：未开始、核对中、已符合、已终止、此前已备案',
          'The check of the papers; elsewhere: it was filed before it was taken over',
        ),
      ),
    certificateNo: z.string().nullable().meta(says('证书编号', 'Number of the certificate')),
  })
  .meta({ id: 'Filing', ...says('备案', 'A filing') });
export type Filing = z.infer<typeof Filing>;

export const FilingPage = pageOf('FilingPage', Filing);
export const FilingFilter = z.strictObject(pageQuery);
