import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirAt } from '../../infra/launcher/dataDir';
import { readSettings } from '../../infra/settings';
import { workflowBundle } from '../../worker/bundle';
import { chromiumProgram } from './chromium';
import { startPostgres, type TestPostgres } from './postgres';
import { temporalPrograms } from './temporal';
import { makeTemplate } from './template';
import type { TestGround } from './testGround';

/**
 * The process that keeps the ground: prints one line of JSON when everything is ready, and stops it all when
 * its standard input ends, which it does as well when the run that started it was killed.
 */
async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'onewindow-test-'));
  // PostgreSQL refuses to run as root, and its own user must pass through.
  await chmod(directory, 0o711);
  const starting = startPostgres(directory);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= clearAway(starting, directory));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop().then(exit));
  process.stdin.on('end', () => void stop().then(exit)).resume();
  try {
    const { url } = await starting;
    console.log(JSON.stringify(await prepare(url)));
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for a server that is still starting, or it would outlive the process that is to stop it. */
async function clearAway(starting: Promise<TestPostgres>, directory: string): Promise<void> {
  const postgres = await starting.catch(() => undefined);
  await postgres?.stop();
  await rm(directory, { recursive: true, force: true });
}

async function prepare(postgresUrl: string): Promise<TestGround> {
  const [template, bundle, temporal, chromium] = await Promise.all([
    makeTemplate(postgresUrl),
    workflowBundle(),
    temporalPrograms(),
    chromiumProgram(dataDirAt(readSettings().dataDir).bin),
  ]);
  return { postgresUrl, template, workflowBundle: bundle, ...temporal, chromium };
}

function exit(): void {
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
