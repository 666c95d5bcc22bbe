import { createLog } from '../infra/log';
import { portalBundle } from '../infra/portal/bundle';
import { readServerSettings } from '../infra/settings';
import { startApi } from './server';

/** `npm run api`: answers until it is told to stop, then drains. */
async function main(): Promise<void> {
  const settings = readServerSettings();
  const log = createLog('api', settings.logLevel);
  if (settings.scanner.kind === 'none') {
    log.warn('SCANNER=none: 上传的材料不查毒即可下载 papers are handed out without a scan');
  }
  await portalBundle();
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
