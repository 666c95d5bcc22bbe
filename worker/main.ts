import { pino } from 'pino';
import { readServerSettings } from '../infra/settings';
import { startWorker } from './worker';

/** `npm run worker`: runs workflows, activities and the outbox's relay until it is told to stop, then drains. */
async function main(): Promise<void> {
  const settings = readServerSettings();
  const log = pino({ name: 'worker', level: settings.logLevel });
  const worker = await startWorker(settings, log);
  log.info({ address: worker.address }, 'worker is ready');
  // Not once: a terminal and npm may each deliver the same Ctrl-C, and the second one would cut the drain short.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => worker.drain());
  await worker.done;
  log.info('worker has drained');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
