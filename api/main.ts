import { pino } from 'pino';
import { readServerSettings } from '../infra/settings';
import { redactedPaths } from './http/requestLog';
import { startApi } from './server';

/** `npm run api`: answers until it is told to stop, then drains. */
async function main(): Promise<void> {
  const settings = readServerSettings();
  const log = pino({ name: 'api', level: settings.logLevel, redact: redactedPaths });
  const api = await startApi(settings, log);
  log.info({ address: api.address }, 'API is ready');
  await new Promise<void>((resolve) => {
    // Not once: a terminal and npm may each deliver the same Ctrl-C, and the second one would cut the drain short.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
  log.info('API drains');
  await api.drain();
  log.info('API has drained');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
