import { chmodSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dataDirAt } from '../launcher/dataDir';
import { assignPorts, installationAt } from '../launcher/installation';
import type { Part, PartName } from '../launcher/part';
import { prepare } from '../launcher/prepare';
import type { Progress } from '../launcher/progress';
import { buildStack, partsOf, type Stack } from '../launcher/stack';
import { temporalBinary } from '../launcher/temporalBinary';
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

/** Starts one, its database as durable as an installation's. What was started is gone again where it fails. */
export async function startOwnSystem(
  name: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<OwnSystem> {
  const outer = readSettings();
  refuseInProduction(outer, name);
  const binary = await temporalBinary({
    bin: dataDirAt(outer.dataDir).bin,
    named: outer.temporalBinary,
    environment: outer.environment,
    report: (line) => progress.say(line),
    stopped: signal,
  });
  const directory = mkdtempSync(join(tmpdir(), `onewindow-${name}-`));
  // The database's own user must be able to pass through.
  chmodSync(directory, 0o711);
  let stack: Stack | null = null;
  const dispose = async (): Promise<void> => {
    if (stack) await Promise.all(partsOf(stack).map((part) => part.kill()));
    remove(directory);
  };
  try {
    const settings = ownSettings(outer, directory, binary);
    const installation = await installationAt(settings, await assignPorts(settings));
    stack = buildStack(installation, { durability: 'durable' });
    await startAll(stack.grounds, signal);
    await prepare(installation, progress);
    await startAll(stack.programs, signal);
    const parts = partsOf(stack);
    return {
      settings: installation.settings,
      directory,
      dispose,
      part(wanted) {
        const found = parts.find((part) => part.name === wanted);
        if (!found) throw new RangeError(`This system has no part ${wanted}`);
        return found;
      },
    };
  } catch (error) {
    await dispose();
    throw error;
  }
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

async function startAll(parts: readonly Part[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const results = await Promise.allSettled(parts.map((part) => part.start()));
  signal.throwIfAborted();
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** The cluster may lie elsewhere, behind a link: it goes as well. */
function remove(directory: string): void {
  const cluster = dataDirAt(directory).postgres;
  try {
    rmSync(dirname(readlinkSync(cluster)), { recursive: true, force: true });
  } catch {
    // No link: it lies in the directory.
  }
  rmSync(directory, { recursive: true, force: true });
}
