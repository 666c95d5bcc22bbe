import { z } from 'zod';
import { says } from './label';
import { line, listOf } from './text';

export const OrganisationsFound = z
  .strictObject({
    organisations: listOf(
      z.strictObject({
        organisation: z.string().meta(says('举办者', 'The applicant organisation')),
        cases: z.int().meta(says('已提交的申报数', 'How many applications it has handed in')),
      }),
    ).meta(says('举办者，按名称', 'The organisations, by name')),
    more: z
      .boolean()
      .meta(says('还有更多，请写出更多的字', 'Whether there are more: ask with more of the name')),
  })
  .meta({ id: 'OrganisationsFound', ...says('找到的举办者', 'The applicant organisations that were found') });

export const OrganisationFilter = z.strictObject({
  name: line(100).optional().meta(says('举办者名称中的字', 'Words of its name')),
});
export type OrganisationFilter = z.infer<typeof OrganisationFilter>;
