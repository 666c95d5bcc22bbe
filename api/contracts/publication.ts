import { z } from 'zod';
import { says } from './label';
import { pageOf, pageQuery } from './page';
import { UnitName } from './unit';

export const PublishedDecision = z
  .strictObject({
    decisionNo: z.string().meta(says('文号', 'Number of the decision')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    decidedOn: z.iso.date().meta(says('决定日期', 'Date of the decision')),
    deciding: UnitName.meta(says('作出决定的单位', 'The unit that decided')),
  })
  .meta({ id: 'PublishedDecision', ...says('准予许可的决定', 'A decision to grant') });
export type PublishedDecision = z.infer<typeof PublishedDecision>;

export const DecisionsPage = pageOf('DecisionsPage', PublishedDecision);

export const PublishedNonConformity = z
  .strictObject({
    letterNo: z.string().meta(says('文号', 'Number of the notice')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    foundOn: z.iso.date().meta(says('告知书日期', 'Date of the notice')),
    filing: UnitName.meta(says('备案机关', 'The unit that checked the filing')),
    reason: z.string().meta(says('理由', 'The reasons')),
    mended: z.boolean().meta(says('其后重新提交的材料是否符合要求', 'Whether papers filed since conform')),
  })
  .meta({
    id: 'PublishedNonConformity',
    ...says('不符合要求的备案', 'A filing whose papers did not conform'),
  });
export type PublishedNonConformity = z.infer<typeof PublishedNonConformity>;

export const NonConformitiesPage = pageOf('NonConformitiesPage', PublishedNonConformity);

export const PublicationFilter = z.strictObject(pageQuery);
export type PublicationFilter = z.infer<typeof PublicationFilter>;
