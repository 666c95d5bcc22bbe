import { z } from 'zod';
import { acts } from '../../domain/act';
import { CaseStanding } from './case';
import { oneOf, says } from './label';
import { WorkItem } from './workItem';

export const Acted = z
  .strictObject({
    act: oneOf(acts).meta(says('已进行的操作', 'The act that was recorded')),
    seq: z.int().meta(says('该操作的事件序号', 'The number of its event')),
    workItem: WorkItem.nullable().meta(
      says(
        '待办事项现状；对办件本身的操作为 null',
        'The work item as it is now; null for an act on the case',
      ),
    ),
    case: CaseStanding,
  })
  .meta({ id: 'Acted', ...says('操作已记录', 'An act that is on the record') });
export type Acted = z.infer<typeof Acted>;
