import { z } from 'zod';
import { paperLimits } from '../../infra/papers/limits';
import { says } from './label';
import { Paper } from './paper';
import { listOf } from './text';

const finding = z.int().min(1).max(100);

export const Photograph = z
  .strictObject({
    ...Paper.shape,
    workItem: z.string().meta(says('所属待办事项', 'The work item that it shows something of')),
    findingNo: finding
      .nullable()
      .meta(says('检查发现的序号（从 1 起），不属于某一项的为 null', 'Which finding, from 1; null: of none')),
  })
  .meta({
    id: 'Photograph',
    ...says('检查照片或整改证明', 'A photograph of a visit, or a proof of rectification'),
  });
export type Photograph = z.infer<typeof Photograph>;

export const Photographs = z
  .strictObject({
    papers: listOf(Photograph).meta(says('照片和证明，依上传先后', 'In the order in which they came')),
  })
  .meta({
    id: 'Photographs',
    ...says('检查照片和整改证明', 'Photographs of visits and proofs of rectification'),
  });
export type Photographs = z.infer<typeof Photographs>;

/** What is said beside the files. */
export const PhotographUpload = z
  .strictObject({
    findingNo: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .optional()
      .meta(says('检查发现的序号（从 1 起）', 'Which finding of the visit, from 1')),
  })
  .meta({
    id: 'PhotographUpload',
    ...says('上传照片或证明', `1 to ${paperLimits.filesAtOnce} files, ${paperLimits.fileBytes} bytes each`),
  });
