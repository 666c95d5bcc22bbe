import { z } from 'zod';
import { Label, says } from './label';

export const UnitName = z
  .strictObject({
    id: z.string().meta(says('单位编号', 'Id of the unit')),
    name: Label.meta(says('单位名称', 'Name of the unit')),
  })
  .meta({ id: 'UnitName', ...says('单位（举办者与系统亦以此表示）', 'A unit, the applicant or the system') });
export type UnitName = z.infer<typeof UnitName>;
