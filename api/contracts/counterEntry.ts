import { z } from 'zod';
import { Application } from './application';
import { says } from './label';
import { date, line, prose } from './text';

export const CounterEntry = z
  .strictObject({
    application: Application,
    organisation: line(100).meta(
      says('举办者，须有可登录的账号', 'The applicant organisation; somebody must be able to sign in for it'),
    ),
    receivedOn: date.meta(says('收到纸质申请之日，期限由此起算', 'Day of receipt: the clocks count from it')),
    reason: prose(2_000)
      .optional()
      .meta(
        says('收件日早于今天的理由', 'Why it is entered later; needed where it was received before today'),
      ),
  })
  .meta({ id: 'CounterEntry', ...says('窗口收件', 'An application that came to the counter on paper') });
export type CounterEntry = z.infer<typeof CounterEntry>;
