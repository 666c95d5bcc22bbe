import { z } from 'zod';
import { acts } from '../../domain/act';
import { serviceModes, stages, steps } from '../../domain/vocabulary';
import { Deadline } from './deadline';
import { Label, oneOf, says } from './label';
import { CheckLine } from './life';
import { AnswersToday } from './responsible';
import { listOf } from './text';
import { UnitName } from './unit';

/** An act that is possible now, and how to do it. */
export const AllowedAct = z
  .strictObject({
    act: oneOf(acts).meta(says('操作', 'The act')),
    label: Label.meta(says('操作名称', 'Its name')),
    workItem: z
      .string()
      .nullable()
      .meta(says('针对的待办事项；null 为办件本身', 'On which work item; null: on the case')),
    href: z.string().meta(says('提交地址', 'Where to POST it')),
    etag: z.string().meta(says('If-Match 应填的值', 'What to send as If-Match')),
  })
  .meta({ id: 'AllowedAct', ...says('现在可以进行的操作', 'An act that is possible now') });
export type AllowedAct = z.infer<typeof AllowedAct>;

const item = {
  id: z.string().meta(says('待办事项编号', 'Id of the work item')),
  caseId: z.string().meta(says('办件编号', 'The case')),
  stage: oneOf(stages).meta(says('阶段', 'The stage')),
  step: oneOf(steps).meta(says('环节', 'The step')),
  stepLabel: Label.meta(says('环节名称', 'Name of the step')),
  unit: UnitName,
  round: z.int().meta(says('轮次', 'The round')),
  status: z
    .enum(['open', 'done', 'closed'])
    .meta(says('待办、已办、被替代', 'Open, done, or overtaken by another act')),
  version: z.int().meta(says('版本，即 ETag', 'Version: its ETag')),
  openedAt: z.iso.datetime().meta(says('开始时间', 'When it was opened')),
  deadline: Deadline,
  limitPassed: z.boolean().meta(says('期限已过，且已记录', 'The limit has passed and the record says so')),
  stopped: z.boolean().meta(says('期限暂停计算', 'Its clock is stopped')),
  assignee: z
    .string()
    .nullable()
    .meta(says('签收人账号；无人签收为 null', 'Who has claimed it, by sub; null: nobody')),
  warned: listOf(z.string()).meta(says('已发出的催办', 'The warnings given')),
  about: z
    .string()
    .nullable()
    .meta(
      says(
        '所针对的事项、文书、更改、建设节点，或某日到期的人员证件（staffDocuments-日期）',
        'What it concerns: a work item, a letter, a kind of repair, a milestone, documents of the staff that expired on a day (staffDocuments-date)',
      ),
    ),
  checklist: listOf(CheckLine)
    .exactOptional()
    .meta(says('检查表，仅检查事项有', 'What is looked at; only of a visit')),
  responsible: AnswersToday.nullable()
    .exactOptional()
    .meta(
      says(
        '今天由谁负责，仅监管、评估事项有；无人负责为 null',
        'Who answers for it today, only in supervision and evaluation and for officials; null: nobody',
      ),
    ),
  overdue: z.boolean().meta(says('是否逾期', 'Whether it is open past its deadline')),
  allowed: listOf(AllowedAct).meta(says('您现在可以进行的操作', 'What you may do now')),
};

export const WorkItem = z.strictObject(item).meta({ id: 'WorkItem', ...says('待办事项', 'A work item') });
export type WorkItem = z.infer<typeof WorkItem>;

export const WorklistEntry = z
  .strictObject({
    ...item,
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    href: z.string().meta(says('事项地址', 'Address of the work item')),
  })
  .meta({ id: 'WorklistEntry', ...says('待办列表中的一项', 'A work item on a worklist') });
export type WorklistEntry = z.infer<typeof WorklistEntry>;
