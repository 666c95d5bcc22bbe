import { z } from 'zod';
import { ownerships, serviceModes } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { line, planKey } from './text';
import { UnitName } from './unit';

export const RegisterEntry = z
  .strictObject({
    certificateNo: z
      .string()
      .meta(
        says(
          '证书编号；纳管且原无证书的，为备案回执编号',
          'Number of the certificate; of the filing receipt, where it was taken over without one',
        ),
      ),
    takenOver: z
      .boolean()
      .meta(
        says(
          '是否为纳管机构：此前已开办并备案，编号由原机关给出',
          'Whether it was open and filed before and is taken over: its number was given elsewhere',
        ),
      ),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    address: z.string().meta(says('机构地址', 'Address')),
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    serviceModeLabel: Label.meta(says('服务模式名称', 'Name of the mode')),
    ownership: oneOf(ownerships).meta(says('机构性质', 'Ownership')),
    ownershipLabel: Label.meta(says('机构性质名称', 'Name of the ownership')),
    subdistrict: UnitName.meta(says('所在街道', 'The subdistrict')),
    places: z.int().meta(says('托位数', 'Places')),
    unifiedCode: z.string().nullable().meta(says('统一社会信用代码', 'Unified social credit code')),
    issuedOn: z.iso
      .date()
      .meta(says('发证日期；纳管机构为备案日期', 'Date of issue; of the filing, where it was taken over')),
    validUntil: z.iso
      .date()
      .nullable()
      .meta(
        says('证书有效期至；未设有效期为 null', 'The last day of the certificate; null where it has none'),
      ),
    expired: z.boolean().meta(says('有效期是否已届满', 'Whether that day has passed')),
    suspendedOn: z.iso
      .date()
      .nullable()
      .meta(says('暂停服务之日；未暂停为 null', 'The day it was suspended; null while it is not')),
    exitedOn: z.iso
      .date()
      .nullable()
      .meta(says('退出日期；在办为 null', 'The day it left; null while it is open')),
    demonstrationSite: z
      .int()
      .nullable()
      .meta(
        says('命名为示范点的，附件2序号', 'Its number in Annex 2, where it is a named demonstration site'),
      ),
    verify: z.string().meta(says('核验地址', 'Where anybody can verify it')),
  })
  .meta({ id: 'RegisterEntry', ...says('公开名录中的一家机构', 'An institution on the public register') });
export type RegisterEntry = z.infer<typeof RegisterEntry>;

export const RegisterPage = pageOf('RegisterPage', RegisterEntry);

export const RegisterFilter = z.strictObject({
  ...pageQuery,
  name: line(100).optional().meta(says('机构名称中的字', 'Words of the name')),
  subdistrict: planKey.optional().meta(says('街道', 'Subdistrict')),
  mode: oneOf(serviceModes).optional().meta(says('服务模式', 'Service mode')),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;
