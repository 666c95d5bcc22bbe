import { z } from 'zod';
import { roles } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { listOf } from './text';
import { UnitName } from './unit';

export const Me = z
  .strictObject({
    sub: z.string().meta(says('登录标识', 'Id of the sign-in')),
    name: Label.meta(says('称谓', 'Name')),
    email: z.string().nullable().meta(says('电子邮箱；已清除为 null', 'E-mail; null where it was erased')),
    unit: UnitName.nullable().meta(says('所在单位', 'The unit')),
    organisation: z.string().nullable().meta(says('所代表的举办者', 'The applicant organisation')),
    roles: listOf(
      z.strictObject({
        role: oneOf(roles).meta(says('岗位', 'The role')),
        label: Label.meta(says('岗位名称', 'Its name')),
      }),
    ).meta(says('岗位', 'The roles')),
    csrfToken: z
      .string()
      .nullable()
      .meta(says('浏览器登录时，写入 X-CSRF-Token', 'For browser sessions: send it as X-CSRF-Token')),
  })
  .meta({ id: 'Me', ...says('当前登录人', 'Who is signed in') });
export type Me = z.infer<typeof Me>;
