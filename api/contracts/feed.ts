import { z } from 'zod';
import { says } from './label';
import { pageQuery } from './page';
import { listOf } from './text';

export const FeedEvent = z
  .strictObject({
    specversion: z.literal('1.0').meta(says('CloudEvents 版本', 'The version of CloudEvents')),
    id: z.string().meta(says('事件编号：办件/序号', 'The event: case and number')),
    source: z.string().meta(says('来源', 'The source')),
    type: z.string().meta(says('事件类型，onewindow.case.类型.v1', 'Its type, onewindow.case.TYPE.v1')),
    subject: z.string().meta(says('办件', 'The case')),
    time: z.iso.datetime().meta(says('发生时间', 'When it happened')),
    actorunit: z
      .string()
      .optional()
      .meta(says('办理单位；举办者和系统没有', 'The unit that acted; none for applicants and the system')),
    datacontenttype: z.literal('application/json').meta(says('数据格式', 'The type of the data')),
    data: z
      .record(z.string(), z.union([z.string(), z.number(), z.null()]))
      .meta(says('该类型事件公布的事实', 'The facts that are told of this type')),
  })
  .meta({ id: 'FeedEvent', ...says('一个事件（CloudEvents 1.0）', 'An event (CloudEvents 1.0)') });

export const FeedBatch = listOf(FeedEvent).meta({
  id: 'FeedBatch',
  ...says('一批事件', 'A batch of events'),
});

export const FeedQuery = z.strictObject({
  limit: pageQuery.limit,
  after: pageQuery.cursor.meta(
    says('上一批的 Link: rel="next" 所给', 'What the Link: rel="next" of the batch before gave'),
  ),
});
export type FeedQuery = z.infer<typeof FeedQuery>;
