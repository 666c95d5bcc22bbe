import { z } from 'zod';
import { stages, steps } from '../../domain/vocabulary';
import { Repair } from './act';
import { Deadline } from './deadline';
import { oneOf, says } from './label';
import { listOf } from './text';
import { UnitName } from './unit';

export const WantedRepair = z
  .strictObject({ repair: Repair })
  .meta({ id: 'WantedRepair', ...says('拟作的更改', 'A repair that somebody thinks of') });

export const Concerned = z.strictObject({
  id: z.string().meta(says('待办事项编号', 'Id of the work item')),
  stage: oneOf(stages).meta(says('阶段', 'The stage')),
  step: oneOf(steps).meta(says('环节', 'The step')),
  unit: UnitName,
  deadline: Deadline,
});

export const movedLimit = {
  item: Concerned,
  from: Deadline.meta(says('现在的期限', 'The limit as it is')),
  to: Deadline.meta(says('之后的期限', 'The limit as it will be')),
};
const MovedLimit = z.strictObject(movedLimit);

export const RepairPreview = z
  .strictObject({
    closes: listOf(Concerned).meta(says('将被关闭的事项', 'The work items that will close')),
    opens: listOf(Concerned).meta(says('将开始的事项', 'The work items that will open')),
    moves: listOf(MovedLimit).meta(says('将变动的期限', 'The limits that will move')),
  })
  .meta({ id: 'RepairPreview', ...says('更改的后果', 'What a repair would do') });
export type RepairPreview = z.infer<typeof RepairPreview>;

const OutdatedCase = z.strictObject({
  caseId: z.string().meta(says('办件编号', 'The case')),
  moves: listOf(MovedLimit).meta(says('将变动的期限', 'The limits that will move')),
});

export const OutdatedCases = z
  .strictObject({
    cases: listOf(OutdatedCase).meta(says('期限将变动的办件', 'The cases whose limits will move')),
  })
  .meta({
    id: 'OutdatedCases',
    ...says(
      '按现行日历重算将变动的期限',
      'The limits that a recomputation by the calendar in force would move',
    ),
  });
export type OutdatedCases = z.infer<typeof OutdatedCases>;
