import { z } from 'zod';
import { ownerships, serviceModes } from '../../domain/vocabulary';
import { reason } from './actSchema';
import { Label, oneOf, says } from './label';
import { ConstructionView } from './lifeView';
import { date, listOf, planKey } from './text';
import { UnitName } from './unit';

const no = z.int().meta(says('附件2序号', 'Its number in Annex 2'));
const mode = {
  serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
  serviceModeLabel: Label.meta(says('服务模式名称', 'Name of the mode')),
};
const address = z.string().meta(says('地址', 'Address'));

const SiteStanding = z
  .strictObject({
    no,
    name: z.string().meta(says('示范点名称', 'Its name')),
    address,
    ...mode,
    responsibleUnit: UnitName.meta(says('负责单位', 'The responsible unit')),
    printedCompletion: z.string().meta(says('附件2所列建成时间', 'The completion as Annex 2 prints it')),
    standing: Label.meta(says('进展', 'How far it is')),
    case: z
      .strictObject({
        caseId: z.string().meta(says('办件编号', 'Number of the case')),
        href: z.string().meta(says('办件地址', 'Address of the case')),
      })
      .nullable()
      .meta(says('建设办件；未立件为 null', 'Its case; null while it is not begun')),
    construction: ConstructionView.nullable().meta(says('建设情况', 'How it fares')),
    certificateNo: z.string().nullable().meta(says('机构证书编号', 'Certificate of its institution')),
  })
  .meta({ id: 'SiteStanding', ...says('附件2的示范点', 'A demonstration site of Annex 2') });
export type SiteStanding = z.infer<typeof SiteStanding>;

export const Sites = z
  .strictObject({ sites: listOf(SiteStanding).meta(says('示范点', 'The sites in their order')) })
  .meta({ id: 'Sites', ...says('示范点建设计划及进展', 'The sites of Annex 2, each with how far it is') });

const NamedSite = z
  .strictObject({
    no,
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    address,
    ...mode,
    certificateNo: z.string().meta(says('证书编号', 'Number of the certificate')),
    namedOn: date.meta(says('命名之日', 'The day it was named')),
    decisionNo: z.string().meta(says('命名文号', 'Number of that decision')),
    verify: z.string().meta(says('核验地址', 'Where anybody can verify it')),
  })
  .meta({ id: 'NamedSite', ...says('已命名的示范点', 'A site that bears the name') });
export type NamedSite = z.infer<typeof NamedSite>;

export const NamedSites = z
  .strictObject({ sites: listOf(NamedSite).meta(says('示范点', 'The sites in their order')) })
  .meta({ id: 'NamedSites', ...says('公开的示范点名单', 'The named sites, which are public') });

/** What Annex 2 does not say of a site, and the day that is to be kept where the printed one is past. */
export const SiteBeginning = z
  .strictObject({
    subdistrict: planKey.meta(says('所在街道', 'The subdistrict in which it lies')),
    ownership: oneOf(ownerships).meta(says('机构性质', 'Ownership of its institution')),
    completion: date
      .optional()
      .meta(
        says('建成时间；附件2所列时间已过时须填写', 'The completion; needed where the printed one is past'),
      ),
    reason: reason
      .optional()
      .meta(says('另定建成时间的理由', 'Why another completion is set than the printed one')),
  })
  .meta({ id: 'SiteBeginning', ...says('示范点建设立件', 'The beginning of a site’s construction') });
