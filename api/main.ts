import { pino } from 'pino';
import { readServerSettings } from '../infra/settings';
import { redactedPaths } from './http/requestLog';
import { startApi } from './server';

/** `npm run api`: answers until it is told to stop, then drains. */
async function main(): Promise<void> {
  const settings = readServerSettings();
  const log = pino({ name: 'api', level: settings.logLevel, redact: redactedPaths });
  if (settings.scanner.kind === 'none') {
    log.warn('SCANNER=none: 上传的材料不查毒即可下载 papers are handed out without a scan');
  }
  const api = await startApi(settings, log);
  log.info({ address: api.address }, 'API is ready');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  log.info('API drains');
  await api.drain();
  log.info('API has drained');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
