import { chmodSync, existsSync, lstatSync, mkdtempSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DataDir, dataDirAt } from './dataDir';
import { assignPorts, installationAt } from './installation';
import type { Part, PartName } from './part';
import { clearLeftover } from './postgres';
import { prepare } from './prepare';
import type { Progress } from './progress';
import { buildStack, partsOf, type Stack } from './stack';
import { temporalBinary } from './temporalBinary';
import {
  embeddedPorts,
  readSettings,
  refuseInProduction,
  type ServerSettings,
  type Settings,
} from '../settings';
import { serverVariables } from '../settingVariables';

/** A whole system of its own, on free ports, in a directory that goes with it; what runs beside it is not touched. */
export interface OwnSystem {
  readonly settings: ServerSettings;
  readonly directory: string;
  part(name: PartName): Part;
  /** Ends every process and removes every file. Harmless when repeated. */
  dispose(): Promise<void>;
}

/**
 * Starts one, its database as durable as an installation's. What was started is gone again where it fails.
 * @param name of the command that needs it, and of its directory
 */
export async function startOwnSystem(
  name: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<OwnSystem> {
  const outer = readSettings();
  refuseInProduction(outer, `npm run ${name}`);
  const binary = await temporalBinary({
    bin: dataDirAt(outer.dataDir).bin,
    named: outer.temporalBinary,
    environment: outer.environment,
    report: (line) => progress.say(line),
    stopped: signal,
  });
  signal.throwIfAborted();
  const directory = mkdtempSync(join(tmpdir(), `onewindow-${name}-`));
  // The database's own user must be able to pass through.
  chmodSync(directory, 0o711);
  let stack: Stack | null = null;
  const dispose = async (): Promise<void> => {
    if (stack) await endAll(stack);
    remove(dataDirAt(directory));
  };
  try {
    const settings = ownSettings(outer, directory, binary);
    const installation = await installationAt(settings, await assignPorts(settings));
    const built = (stack = buildStack(installation, { durability: 'durable' }));
    await startAll(built, () => prepare(installation, progress), signal);
    return { settings: installation.settings, directory, dispose, part: (name) => partIn(built, name) };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** A start that is called off does not wait for what cannot be ready any more: its parts are killed. */
async function startAll(stack: Stack, between: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const callOff = (): void => void Promise.all(partsOf(stack).map((part) => part.kill()));
  signal.addEventListener('abort', callOff);
  try {
    await startAtOnce(stack.grounds, signal);
    await between();
    await startAtOnce(stack.programs, signal);
  } finally {
    signal.removeEventListener('abort', callOff);
  }
}

async function startAtOnce(parts: readonly Part[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const results = await Promise.allSettled(parts.map((part) => part.start()));
  signal.throwIfAborted();
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

function partIn(stack: Stack, wanted: PartName): Part {
  const found = partsOf(stack).find((part) => part.name === wanted);
  if (!found) throw new RangeError(`This system has no part ${wanted}`);
  return found;
}

/** The settings of an installation that brings everything along: nothing that is given for another one counts. */
function ownSettings(outer: Settings, directory: string, binary: string): Settings {
  const ports = Object.values(embeddedPorts).map(({ variable }) => [variable, '0'] as const);
  const given: readonly string[] = [...Object.values(serverVariables), 'HOST', 'MODE'];
  const environment = Object.entries(outer.environment).filter(
    ([variable]) => !given.includes(variable) && !variable.startsWith('TEMPORAL_'),
  );
  return readSettings({
    ...Object.fromEntries([...environment, ...ports]),
    PORT: '0',
    WORKER_PORT: '0',
    DATA_DIR: directory,
    TEMPORAL_BINARY: binary,
  });
}

/** All at once by SIGKILL, but the database: its backends outlive a killed server and write where files are removed. */
async function endAll(stack: Stack): Promise<void> {
  const { dataDir } = stack.installation;
  const postgres = partIn(stack, 'postgres');
  await Promise.all(partsOf(stack).map((part) => (part === postgres ? part.stop() : part.kill())));
  if (existsSync(dataDir.postgres)) await clearLeftover(realpathSync(dataDir.postgres));
}

/** The cluster may lie elsewhere, behind a link: it goes as well. */
function remove({ root, postgres }: DataDir): void {
  const isLink = lstatSync(postgres, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const folders = isLink ? [dirname(readlinkSync(postgres)), root] : [root];
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
