import { z } from 'zod';
import { serviceModes } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { date, planKey } from './text';
import { UnitName } from './unit';

export const VisitAhead = z
  .strictObject({
    id: z.string().meta(says('监管办件和检查编号', 'The supervision and the visit')),
    caseId: z.string().meta(says('监管办件', 'The supervision')),
    href: z.string().meta(says('办件地址', 'Address of the case')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    subdistrict: UnitName.meta(says('所在街道', 'The subdistrict')),
    visit: planKey.meta(says('检查编号', 'Id of the visit')),
    name: Label.meta(says('检查名称', 'Its name')),
    unit: UnitName.meta(says('检查单位', 'Whose duty it is')),
    on: date.meta(says('到期日', 'The day on which it falls due')),
  })
  .meta({ id: 'VisitAhead', ...says('将到期的定期检查', 'A visit that falls due') });
export type VisitAhead = z.infer<typeof VisitAhead>;

export const VisitsPage = pageOf('VisitsPage', VisitAhead);

export const VisitFilter = z.strictObject({
  ...pageQuery,
  unit: planKey
    .optional()
    .meta(
      says(
        '单位，默认为您所在单位；督办、管理人员可填 all',
        "The unit, the reader's own if not said; `all` for those who oversee all",
      ),
    ),
  before: date.optional().meta(says('到期日早于此日', 'Falling due before this day')),
});
export type VisitFilter = z.infer<typeof VisitFilter>;
