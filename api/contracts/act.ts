import { z } from 'zod';
import { type Act, type ActBody, acts } from '../../domain/act';
import { says } from './label';
import { date, distinct, line, planKey, prose, unifiedCode } from './text';

const decisionResult = z
  .enum(['granted', 'refused'])
  .meta(says('准予（granted）或不予（refused）', 'The result: granted or refused'));

const answers = z
  .array(
    z.strictObject({
      finding: planKey.meta(says('审查发现编号', 'Id of the finding')),
      answer: prose(2_000).meta(says('答复', 'The answer')),
    }),
  )
  .max(200)
  .readonly()
  .optional()
  .meta(says('对审查发现的答复', 'Answers to findings'));

const reason = prose(2_000).meta(says('理由', 'The reason'));

function act<A extends Act, S extends z.ZodRawShape>(name: A, shape: S) {
  const { zh, en } = acts[name];
  return z
    .strictObject({ act: z.literal(name).meta(says('操作', 'The act')), ...shape })
    .meta({ id: `${name.charAt(0).toUpperCase()}${name.slice(1)}Act`, ...says(zh, en) });
}

/** What a person may answer a work item with. The push is confirmed by the system alone. */
export const WorkItemAct = z
  .discriminatedUnion('act', [
    act('accept', {}),
    act('decline', { reason }),
    act('signOff', {
      opinion: z.enum(['agree', 'object']).meta(says('同意（agree）或异议（object）', 'Agree or object')),
      reason: reason.optional().meta(says('意见；提出异议须填写', 'The reason; needed for an objection')),
      answers,
    }),
    act('draft', {
      result: decisionResult,
      grounds: prose(10_000).meta(says('事实和理由', 'The facts and grounds')),
      answers,
    }),
    act('returnDraft', { reason }),
    act('decide', { result: decisionResult }),
    act('endorse', { documentNo: line(100).meta(says('同意文件文号', 'Number of the approval document')) }),
    act('register', {
      unifiedCode: unifiedCode.meta(says('统一社会信用代码', 'Unified social credit code, 18 characters')),
      registeredOn: date.meta(says('登记日期', 'Date of registration')),
    }),
    act('file', { materials: distinct(planKey, 100).meta(says('备案材料', 'The papers filed')) }),
    act('issueReceipt', {}),
    act('confirm', {}),
    act('issue', {}),
  ])
  .meta({
    id: 'WorkItemAct',
    ...says('对待办事项的操作', 'An act on a work item'),
  }) satisfies z.ZodType<ActBody>;
export type WorkItemAct = z.infer<typeof WorkItemAct>;

/** What may be done to the case itself. */
export const CaseAct = z
  .discriminatedUnion('act', [
    act('withdraw', { reason: reason.optional().meta(says('撤回原因', 'The reason')) }),
  ])
  .meta({
    id: 'CaseAct',
    ...says('对办件本身的操作', 'An act on the case itself'),
  }) satisfies z.ZodType<ActBody>;
export type CaseAct = z.infer<typeof CaseAct>;

/** Every act of the domain has its schema here, save the system's own. */
type Unspoken = Exclude<Act, WorkItemAct['act'] | CaseAct['act'] | 'confirmPush'>;
export const everyActHasSchema: [Unspoken] extends [never] ? true : Unspoken = true;
