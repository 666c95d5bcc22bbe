import { z } from 'zod';
import { steps } from '../../domain/vocabulary';
import { oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { date, planKey } from './text';
import { WorklistEntry } from './workItem';

/** In place of a unit, for those who oversee all. */
export const ALL_UNITS = 'all';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const WorklistFilter = z.strictObject({
  ...pageQuery,
  unit: planKey
    .optional()
    .meta(
      says(
        '单位，默认为您所在单位；督办、管理人员可填 all',
        "The unit, the reader's own if not said; `all` for those who oversee all",
      ),
    ),
  step: oneOf(steps).optional().meta(says('环节', 'The step')),
  mine: flag.optional().meta(says('true：只列您的岗位可以办理的', 'true: only what your roles may answer')),
  dueBefore: date.optional().meta(says('届满日早于此日', 'Due before this day')),
  overdue: flag
    .optional()
    .meta(says('true 只列逾期的，false 只列未逾期的', 'true: only overdue ones; false: only others')),
});
export type WorklistFilter = z.infer<typeof WorklistFilter>;

export const Worklist = pageOf('Worklist', WorklistEntry);
