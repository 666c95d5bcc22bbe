import { z } from 'zod';
import { dayReasons } from '../../domain/clockDays';
import type * as domain from '../../domain/clock';
import type { Deadline as DomainDeadline } from '../../domain/deadline';
import { limitUnits, steps } from '../../domain/vocabulary';
import { ClockRule } from './basis';
import { Label, oneOf, says } from './label';
import { listOf } from './text';
import { UnitName } from './unit';

const deadline = {
  rule: z.string().meta(says('期限编号', 'Id of the clock')),
  startsOn: z.iso
    .date()
    .meta(says('起算事件之日，自次日起计算', 'Day of the start event; counting begins the day after')),
  limit: z.int().meta(says('期限天数', 'How many days')),
  unit: oneOf(limitUnits).meta(says('工作日或自然日', 'Working or calendar days')),
  due: z.iso.date().meta(says('届满日', 'The last day')),
  dueAt: z.iso.datetime().meta(says('届满时刻（北京时间当日终了）', 'End of the last day in Asia/Shanghai')),
  provisional: z
    .boolean()
    .meta(
      says('是否暂定：放假安排尚未公布', 'Whether it may move, since the holidays are not announced yet'),
    ),
};

export const Deadline = z
  .strictObject(deadline)
  .meta({ id: 'Deadline', ...says('期限', 'When a clock runs out') }) satisfies z.ZodType<DomainDeadline>;

const ClockDay = z.strictObject({
  date: z.iso.date().meta(says('日期', 'The date')),
  weekday: Label.meta(says('星期', 'The weekday')),
  counted: z.boolean().meta(says('是否计入', 'Whether it counts')),
  n: z.int().nullable().meta(says('计入的第几日', 'Which counted day it is')),
  reason: oneOf(dayReasons).meta(says('原因', 'Why')),
  label: Label.meta(says('原因说明', 'Why, in words')),
  assumed: z.boolean().meta(says('是否推定', 'Whether the calendar had no arrangement for it')),
});

export const DeadlineExplanation = z
  .strictObject({ ...deadline, days: listOf(ClockDay).meta(says('逐日说明', 'Every day, counted or not')) })
  .meta({
    id: 'DeadlineExplanation',
    ...says('期限逐日说明', 'A deadline with every day that led there'),
  }) satisfies z.ZodType<domain.DeadlineExplanation>;

export const ItemDeadline = z
  .strictObject({
    workItem: z.string().meta(says('待办事项编号', 'The work item')),
    step: oneOf(steps).meta(says('环节', 'The step')),
    unit: UnitName,
    status: z.enum(['open', 'done', 'closed']).meta(says('状态', 'Its status')),
    recorded: Deadline.meta(says('记录在案的期限', 'The deadline on the record')),
    clock: ClockRule,
    stopped: z.boolean().meta(says('期限是否暂停', 'Whether its clock is stopped')),
    explained: DeadlineExplanation.nullable().meta(
      says(
        '按现行日历逐日说明；暂停时为 null',
        'Day by day, under the calendar in force; null while it is stopped',
      ),
    ),
  })
  .meta({ id: 'ItemDeadline', ...says('一个环节的期限', "A work item's deadline") });

export const CaseDeadlines = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case')),
    deadlines: listOf(ItemDeadline).meta(says('各环节期限', 'The deadlines of its work items')),
  })
  .meta({ id: 'CaseDeadlines', ...says('办件的各项期限', 'The deadlines of a case') });
