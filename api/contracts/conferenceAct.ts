import { z } from 'zod';
import { act } from './actSchema';
import { says } from './label';
import { date, planKey, prose } from './text';

export const confer = act('confer', {
  heldOn: date.meta(says('会议日期', 'The day of the conference')),
  decision: prose(10_000).meta(says('议定事项', 'What was decided')),
  units: z
    .array(planKey)
    .max(50)
    .readonly()
    .meta(says('落实单位；没有则为空', 'The units that carry it out; empty where nobody has to')),
});

export const followUp = act('followUp', {
  report: prose(10_000).meta(says('落实情况', 'What was done')),
});
