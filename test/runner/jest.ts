import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, stopScripts } from './command';
import { type JestReport, tallyOfJest } from './jestReport';
import { failed, sum, type Tally } from './tally';

const LINGERS_MS = 20_000;

/** Runs jest, every test or those that `args` choose, and shows each file as it ends. */
export async function runJest(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Tally> {
  const directory = await mkdtemp(join(tmpdir(), 'onewindow-jest-'));
  const file = join(directory, 'report.json');
  const reporter = join(__dirname, 'progress.cjs');
  const watch = watchForLingering(file);
  try {
    const { code, output } = await runScript(
      'node_modules/jest/bin/jest.js',
      ['--ci', `--reporters=${reporter}`, '--json', `--outputFile=${file}`, ...args],
      environment,
      (text) => process.stdout.write(text.replace(/^Test results written to: .*\n/m, '')),
    );
    const report = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as JestReport) : null;
    return watch.lingered() ? lingering(report, output) : tallyOfJest(report, code, output);
  } finally {
    watch.end();
    await rm(directory, { recursive: true, force: true });
  }
}

function lingering(report: JestReport | null, output: string): Tally {
  const why = `A test left something open: jest was stopped ${LINGERS_MS / 1_000} s after the last one.`;
  return sum([tallyOfJest(report, 0, output), failed('jest did not end by itself', why)]);
}

/** Stops a jest that has written its report and does not end: something that a test opened holds it. */
function watchForLingering(report: string) {
  let written: number | null = null;
  let lingered = false;
  const timer = setInterval(() => {
    if (written === null && existsSync(report)) written = Date.now();
    if (lingered || written === null || Date.now() - written < LINGERS_MS) return;
    lingered = true;
    void stopScripts();
  }, 500);
  return { lingered: () => lingered, end: () => clearInterval(timer) };
}
