import type { Label } from '../../domain/label';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import type { Installation } from './installation';
import { nodePart } from './nodePart';
import type { Part, PartName } from './part';
import { postgresPart } from './postgres';
import type { Durability } from './postgresCluster';
import { secretsIn } from './secrets';
import { temporalPart } from './temporal';
import { temporalBinary } from './temporalBinary';

/** Every part of an installation, not started. */
export interface Stack {
  readonly installation: Installation;
  /** In the order of their start, those on one line at once. */
  readonly grounds: readonly Part[];
  readonly programs: readonly Part[];
}

export interface StackOptions {
  readonly durability?: Durability;
  readonly report?: (line: Label) => void;
  /** Ends a download that a start is waiting for. */
  readonly stopped?: AbortSignal;
}

/**
 * Builds the parts of an installation: those it stands on (servers, development parts), then API and worker.
 * Between the two comes `prepare`.
 */
export function buildStack(installation: Installation, options: StackOptions = {}): Stack {
  const makers = partMakers(installation, options);
  const programs = [makers.worker(), makers.api()];
  return { installation, grounds: installation.embedded.map((name) => makers[name]()), programs };
}

export function partsOf({ grounds, programs }: Stack): Part[] {
  return [...grounds, ...programs];
}

function partMakers(
  { settings, dataDir }: Installation,
  { durability = 'durable', report = () => undefined, stopped }: StackOptions,
): Record<PartName, () => Part> {
  const { environment, ports } = settings;
  const development = (name: PartName, entry: string, port: number) => () =>
    nodePart({ name, entry, host: '127.0.0.1', port, settings });
  const program = (name: PartName, entry: string, port: number) => () =>
    nodePart({ name, entry, host: reachable(settings.host), port, settings });
  return {
    postgres: () => {
      const password = secretsIn(dataDir.secrets).postgresPassword;
      return postgresPart({ dataDir, port: ports.postgres, password, durability, environment });
    },
    temporal: () =>
      temporalPart({
        dataDir,
        port: ports.temporal,
        uiPort: ports.temporalUi,
        namespace: settings.temporalNamespace,
        binary: () =>
          temporalBinary({
            bin: dataDir.bin,
            named: settings.temporalBinary,
            environment,
            report,
            ...(stopped ? { stopped } : {}),
          }),
        searchAttributes: searchAttributeTypes,
        environment,
      }),
    identity: development('identity', 'infra/development/identity/main.ts', ports.identity),
    mailCatcher: development('mailCatcher', 'infra/development/mailCatcher/main.ts', ports.mailWeb),
    pushReceiver: development('pushReceiver', 'infra/development/pushReceiver/main.ts', ports.push),
    worker: program('worker', 'worker/main.ts', settings.workerPort),
    api: program('api', 'api/main.ts', settings.port),
  };
}

/** Where this machine reaches a program that listens on `host`: on every interface means on loopback too. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
