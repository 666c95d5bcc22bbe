import { embeddedPorts, type EmbeddedPort, type Settings } from '../settings';
import { embeddedParts } from './installation';
import { partLabels, type PartName } from './part';
import type { WantedPort } from './ports';

/** The ports of the parts that will start, as far as they are not left to us. */
export function wantedPorts(settings: Settings): WantedPort[] {
  const wanted: readonly (readonly [PartName, string, number])[] = [
    ['api', 'PORT', settings.port],
    ['worker', 'WORKER_PORT', settings.workerPort],
    ...embeddedParts(settings).flatMap((part) =>
      portsOf[part].map((name) => [part, embeddedPorts[name].variable, settings.ports[name]] as const),
    ),
  ];
  return wanted
    .filter(([, , port]) => port !== 0)
    .map(([part, variable, port]) => ({ part: partLabels[part], variable, port }));
}

const portsOf: Readonly<Record<PartName, readonly EmbeddedPort[]>> = {
  postgres: ['postgres'],
  temporal: ['temporal', 'temporalUi'],
  identity: ['identity'],
  mailCatcher: ['mailSmtp', 'mailWeb'],
  pushReceiver: ['push'],
  worker: [],
  api: [],
};
