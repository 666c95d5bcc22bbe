import { runPart } from '../process';
import { startMailCatcher } from './mailCatcher';

void runPart('mail catcher', ({ mode, ports, dataDir }) =>
  startMailCatcher({ mode, smtpPort: ports.mailSmtp, webPort: ports.mailWeb, dataDir }),
);
