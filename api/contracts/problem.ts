import { z } from 'zod';
import { Happening } from './event';
import { says } from './label';
import { listOf } from './text';
import { AllowedAct } from './workItem';

export const FieldError = z
  .strictObject({
    pointer: z.string().meta(says('出错的位置（JSON Pointer）', 'Where: a JSON pointer')),
    code: z.string().meta(says('规则', 'The rule')),
    message: z.string().meta(says('说明', 'What is wrong, in words')),
    expected: listOf(z.string()).optional().meta(says('允许的值', 'What is allowed there')),
  })
  .meta({ id: 'FieldError', ...says('一处错误', 'One error') });
export type FieldError = z.infer<typeof FieldError>;

export const Problem = z
  .strictObject({
    type: z.string().meta(says('错误说明的地址', 'Address of a page on this kind of problem')),
    title: z.string().meta(says('错误名称', 'The kind of problem')),
    status: z.int().meta(says('HTTP 状态码', 'The HTTP status')),
    code: z.string().meta(says('固定的错误代码', 'A stable code')),
    detail: z.string().optional().meta(says('具体情况，以及怎么办', 'What happened, and what to do')),
    happened: z
      .string()
      .optional()
      .meta(
        says(
          '具体情况，不含怎么办；供界面显示',
          'What happened alone, for screens that say themselves what to do',
        ),
      ),
    instance: z.string().meta(says('请求地址', 'What was asked for')),
    requestId: z.string().meta(says('请求编号，报障时请提供', 'Give it when you report a fault')),
    errors: listOf(FieldError).optional().meta(says('各处错误', 'Each field at fault')),
    allowed: listOf(AllowedAct).optional().meta(says('现在可以进行的操作', 'What is allowed instead')),
    meanwhile: listOf(Happening).optional().meta(says('其间发生的事', 'What happened meanwhile')),
  })
  .meta({ id: 'Problem', ...says('错误（RFC 9457）', 'A problem, RFC 9457') });
export type Problem = z.infer<typeof Problem>;
