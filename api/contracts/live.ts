import { z } from 'zod';
import { Label, says } from './label';

export const LiveQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional()
    .meta(
      says(
        '从哪里接着听：上一次连接最后的 id；请求头 Last-Event-ID 优先',
        'Where to go on: the last id of the stream before; the header Last-Event-ID comes first',
      ),
    ),
  seconds: z.coerce
    .number()
    .int()
    .min(0)
    .max(600)
    .default(600)
    .meta(says('至多持续几秒，之后须重新连接', 'How many seconds it lasts at most, before one comes back')),
});
export type LiveQuery = z.infer<typeof LiveQuery>;

export const LiveChange = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case in which something happened')),
    seq: z.int().meta(says('事件序号', 'The number of its event')),
    institution: z.string().meta(says('机构名称', 'The institution')),
    concerns: z
      .strictObject({
        kind: z.enum(['newItem', 'givenToYou', 'told']).meta(says('何事', 'What about it')),
        label: Label.meta(says('事项或事件名称', 'What the step or the event is called')),
      })
      .nullable()
      .meta(
        says(
          '与读者本人有关的事：本单位的新事项、交给本人的事项、告知举办者的事；其余为 null',
          'What concerns the reader: a new item of their unit, one that is given to them, what an applicant is told; else null',
        ),
      ),
  })
  .meta({
    id: 'LiveChange',
    ...says('实时更新的一条（事件 change 的 data）', 'What the data of an event `change` of the stream says'),
  });
export type LiveChange = z.infer<typeof LiveChange>;
