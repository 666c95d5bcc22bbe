import { join } from 'node:path';
import express from 'express';
import { type Mode, refuseInProduction } from '../../settings';
import { faultRoute } from '../faultRoute';
import { createFaults } from '../faults';
import { commonRoutes } from '../pages/page';
import { listen, type Part } from '../part';
import { answerErrors } from '../problem';
import { openMailbox } from './mailbox';
import { mailRoutes } from './routes';
import { type MailFault, mailFaults, startSmtpServer } from './smtp';

export interface MailCatcherOptions {
  readonly mode: Mode;
  /** 0 for any free one. */
  readonly smtpPort: number;
  readonly webPort: number;
  /** The mails lie in `<dataDir>/mail`. */
  readonly dataDir: string;
}

/** `address` is that of the pages; `smtpAddress` is what SMTP_URL takes. */
export interface MailCatcher extends Part {
  readonly smtpAddress: string;
}

/**
 * Starts the mail server of development, which keeps every mail and delivers none.
 * @throws SettingsError in production
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  refuseInProduction(options, 'mail catcher');
  const mailbox = await openMailbox(join(options.dataDir, 'mail'));
  const faults = createFaults<MailFault>();
  const app = express().disable('x-powered-by');
  app.use(
    commonRoutes(),
    mailRoutes(mailbox),
    faultRoute({ field: 'kind', kinds: mailFaults, aim: 'recipient' }, faults),
    answerErrors,
  );
  const smtp = await startSmtpServer(options.smtpPort, mailbox, faults);
  try {
    const web = await listen(options.webPort, () => app);
    return {
      address: web.address,
      smtpAddress: smtp.address,
      close: async () => {
        await Promise.all([smtp.close(), web.close()]);
      },
    };
  } catch (error) {
    await smtp.close();
    throw error;
  }
}
