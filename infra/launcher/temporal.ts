import { Connection } from '@temporalio/client';
import type { DataDir } from './dataDir';
import { logFileOf } from './dataDir';
import type { Part } from './part';
import { answers } from './ports';
import { ProcessPart } from './processPart';

export interface TemporalOptions {
  readonly dataDir: DataDir;
  readonly port: number;
  readonly uiPort: number;
  readonly namespace: string;
  /** Finds the binary when the part starts; see temporalBinary. */
  readonly binary: () => Promise<string>;
  /** By name; registered before the server answers, so that nothing has to wait for its caches. */
  readonly searchAttributes: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** The Temporal dev server with its Web UI; its state lies in one SQLite file and survives SIGKILL. */
export function temporalPart(options: TemporalOptions): Part {
  const address = `127.0.0.1:${options.port}`;
  return new ProcessPart({
    name: 'temporal',
    address,
    logFile: logFileOf(options.dataDir, 'temporal'),
    command: async () => ({
      file: await options.binary(),
      args: serverArguments(options),
      environment: withoutTemporal(options.environment),
    }),
    // The port first: a gRPC client that is refused waits a second before it asks again.
    isReady: async () => (await answers(options.port)) && servesNamespace(address, options.namespace),
    stopSignal: 'SIGTERM',
    readyWithinMs: 60_000,
    stopWithinMs: 15_000,
  });
}

function serverArguments({ dataDir, port, uiPort, namespace, searchAttributes }: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
    ...['--db-filename', dataDir.temporalDb, '--namespace', namespace, '--log-level', 'warn'],
    ...findingArguments(searchAttributes),
  ];
}

/** The dev server's arguments by which cases are found: by search attributes, and soon after a bug. */
export function findingArguments(searchAttributes: Readonly<Record<string, string>>): string[] {
  const attributes = Object.entries(searchAttributes).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  // A case that fails twice in a row for a bug of ours is found in the UI at once; the default is five.
  return [
    '--dynamic-config-value',
    'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2',
    ...attributes,
  ];
}

/** TEMPORAL_* would change the meaning of the command's own flags. */
function withoutTemporal(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

async function servesNamespace(address: string, namespace: string): Promise<boolean> {
  let connection: Connection | null = null;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2_000 });
    await connection.withDeadline(Date.now() + 2_000, async () =>
      connection?.workflowService.describeNamespace({ namespace }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
