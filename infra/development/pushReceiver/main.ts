import { needed, runPart } from '../process';
import { startPushReceiver } from './pushReceiver';

void runPart('push receiver', async (settings) =>
  startPushReceiver({
    mode: settings.mode,
    port: settings.ports.push,
    dataDir: settings.dataDir,
    secret: needed(settings, 'pushSecret', 'PUSH_SECRET'),
  }),
);
